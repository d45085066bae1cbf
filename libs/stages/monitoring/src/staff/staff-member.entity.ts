import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 服务团队成员; the rows of the newest plan are in force. */
@Entity('monitoring_staff_member')
export class StaffMemberEntity {
  @PrimaryColumn({ type: 'bigint' })
  id!: number;

  @Column({ name: 'root_id', type: 'bigint' })
  rootId!: number;

  @Column({ name: 'instance_id', type: 'bigint' })
  instanceId!: number;

  /** Counts the plans of an instance from 1. */
  @Column({ type: 'int' })
  plan!: number;

  @Column({ type: 'varchar', length: 40 })
  name!: string;

  @Column({ type: 'varchar', length: 40 })
  duty!: string;

  @Column({ name: 'certificate_no', type: 'varchar', length: 40, nullable: true })
  certificateNo!: string | null;

  @Column({ name: 'recorded_at', type: 'datetime', precision: 3 })
  recordedAt!: Date;

  @Column({ name: 'accepted_at', type: 'datetime', precision: 3, nullable: true })
  acceptedAt!: Date | null;
}
