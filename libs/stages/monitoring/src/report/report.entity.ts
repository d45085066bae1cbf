import { Column, Entity, PrimaryColumn } from 'typeorm';

export const REPORT_STATUSES = ['submitted', 'accepted', 'returned'] as const;
export type ReportStatus = (typeof REPORT_STATUSES)[number];

/** 项目月报: one submission for a period; a returned one is followed by another of the same period. */
@Entity('monitoring_report')
export class ReportEntity {
  @PrimaryColumn({ type: 'bigint' })
  id!: number;

  @Column({ name: 'root_id', type: 'bigint' })
  rootId!: number;

  @Column({ name: 'instance_id', type: 'bigint' })
  instanceId!: number;

  @Column({ name: 'period_end', type: 'date', utc: true })
  periodEnd!: string;

  @Column({ type: 'int' })
  activities!: number;

  @Column({ type: 'int' })
  people!: number;

  @Column({ type: 'int' })
  minutes!: number;

  /** Fen. */
  @Column({ type: 'bigint' })
  spent!: number;

  @Column({ type: 'text' })
  progress!: string;

  @Column({ type: 'varchar', length: 12 })
  status!: ReportStatus;

  @Column({ name: 'submitted_by', type: 'bigint' })
  submittedBy!: number;

  @Column({ name: 'submitted_at', type: 'datetime', precision: 3 })
  submittedAt!: Date;

  @Column({ name: 'decided_at', type: 'datetime', precision: 3, nullable: true })
  decidedAt!: Date | null;

  @Column({ name: 'return_reason', type: 'varchar', length: 1000, nullable: true })
  returnReason!: string | null;
}
