import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 付款条件核对: who found the conditions of an instalment met, and on what numbers. */
@Entity('monitoring_payment_check')
export class PaymentCheckEntity {
  @PrimaryColumn({ type: 'bigint' })
  id!: number;

  @Column({ name: 'root_id', type: 'bigint' })
  rootId!: number;

  @Column({ name: 'instance_id', type: 'bigint' })
  instanceId!: number;

  @Column({ type: 'int' })
  instalment!: number;

  @Column({ name: 'accepted_reports', type: 'int' })
  acceptedReports!: number;

  @Column({ name: 'closed_problems', type: 'int' })
  closedProblems!: number;

  @Column({ type: 'varchar', length: 1000 })
  opinion!: string;

  @Column({ name: 'checked_by', type: 'bigint' })
  checkedBy!: number;

  @Column({ name: 'checked_at', type: 'datetime', precision: 3 })
  checkedAt!: Date;
}
