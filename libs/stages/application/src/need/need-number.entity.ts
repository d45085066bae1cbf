import { Column, Entity, PrimaryColumn } from 'typeorm';

/** People to be served and civil-affairs staff of one township: the need in numbers (服务对象数 ÷ 民政工作人员数). */
@Entity('application_need_number')
export class NeedNumberEntity {
  @PrimaryColumn({ type: 'bigint' })
  id!: number;

  @Column({ name: 'need_id', type: 'bigint' })
  needId!: number;

  @Column({ name: 'township_code', type: 'varchar', length: 12 })
  townshipCode!: string;

  @Column({ name: 'served_count', type: 'int' })
  servedCount!: number;

  @Column({ name: 'staff_count', type: 'int' })
  staffCount!: number;
}
