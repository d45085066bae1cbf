import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 评审因素: one criterion of a need other than the price, and its points. */
@Entity('procurement_criterion')
export class CriterionEntity {
  @PrimaryColumn({ type: 'bigint' })
  id!: number;

  @Column({ name: 'need_id', type: 'bigint' })
  needId!: number;

  @Column({ type: 'int' })
  position!: number;

  @Column({ type: 'varchar', length: 80 })
  name!: string;

  @Column({ type: 'int' })
  points!: number;
}
