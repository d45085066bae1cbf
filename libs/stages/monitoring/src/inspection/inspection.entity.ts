import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 督导记录: one visit of the purchaser. */
@Entity('monitoring_inspection')
export class InspectionEntity {
  @PrimaryColumn({ type: 'bigint' })
  id!: number;

  @Column({ name: 'root_id', type: 'bigint' })
  rootId!: number;

  @Column({ name: 'instance_id', type: 'bigint' })
  instanceId!: number;

  @Column({ name: 'inspected_on', type: 'date', utc: true })
  inspectedOn!: string;

  @Column({ type: 'varchar', length: 200 })
  place!: string;

  @Column({ type: 'text' })
  subject!: string;

  @Column({ name: 'ledger_check', type: 'text' })
  ledgerCheck!: string;

  @Column({ name: 'fund_check', type: 'text' })
  fundCheck!: string;

  @Column({ type: 'varchar', length: 20 })
  conclusion!: string;

  @Column({ type: 'text', nullable: true })
  finding!: string | null;

  @Column({ name: 'inspected_by', type: 'bigint' })
  inspectedBy!: number;

  @Column({ name: 'recorded_at', type: 'datetime', precision: 3 })
  recordedAt!: Date;
}
