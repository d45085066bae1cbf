import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 绩效自评: what the contractor says of its own work. */
@Entity('evaluation_self_report')
export class SelfReportEntity {
  @PrimaryColumn({ type: 'bigint' })
  id!: number;

  @Column({ name: 'root_id', type: 'bigint' })
  rootId!: number;

  @Column({ name: 'instance_id', type: 'bigint' })
  instanceId!: number;

  @Column({ type: 'text' })
  completion!: string;

  /** Fen. */
  @Column({ type: 'bigint' })
  spent!: number;

  @Column({ type: 'int', nullable: true })
  people!: number | null;

  @Column({ type: 'text' })
  effects!: string;

  @Column({ type: 'text' })
  deviations!: string;

  @Column({ name: 'submitted_by', type: 'bigint' })
  submittedBy!: number;

  @Column({ name: 'submitted_at', type: 'datetime', precision: 3 })
  submittedAt!: Date;
}
