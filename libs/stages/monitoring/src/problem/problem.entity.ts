import { Column, Entity, PrimaryColumn } from 'typeorm';

export const PROBLEM_STATUSES = ['open', 'reported', 'closed', 'failed'] as const;
export type ProblemStatus = (typeof PROBLEM_STATUSES)[number];

/** 整改: a problem by its notice, the contractor's report and the recheck. A failed recheck is followed by a new notice. */
@Entity('monitoring_problem')
export class ProblemEntity {
  @PrimaryColumn({ type: 'bigint' })
  id!: number;

  @Column({ name: 'root_id', type: 'bigint' })
  rootId!: number;

  @Column({ name: 'instance_id', type: 'bigint' })
  instanceId!: number;

  @Column({ name: 'document_number', type: 'varchar', length: 120 })
  documentNumber!: string;

  @Column({ type: 'text' })
  problem!: string;

  @Column({ type: 'varchar', length: 500 })
  basis!: string;

  @Column({ type: 'text' })
  requirement!: string;

  @Column({ name: 'rectify_by', type: 'date', utc: true })
  rectifyBy!: string;

  @Column({ type: 'varchar', length: 12 })
  status!: ProblemStatus;

  @Column({ name: 'issued_at', type: 'datetime', precision: 3 })
  issuedAt!: Date;

  @Column({ type: 'text', nullable: true })
  measures!: string | null;

  @Column({ type: 'text', nullable: true })
  result!: string | null;

  @Column({ name: 'reported_at', type: 'datetime', precision: 3, nullable: true })
  reportedAt!: Date | null;

  @Column({ name: 'recheck_opinion', type: 'text', nullable: true })
  recheckOpinion!: string | null;

  @Column({ name: 'rechecked_at', type: 'datetime', precision: 3, nullable: true })
  recheckedAt!: Date | null;
}
