import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a reviewer says to a budget as a whole (审核意见). Amount in fen. */
@Entity('budgeting_opinion')
export class BudgetOpinionEntity {
  @PrimaryColumn({ type: 'bigint' })
  id!: number;

  @Column({ name: 'root_id', type: 'bigint' })
  rootId!: number;

  /** Revision of the budget that was looked at. */
  @Column({ type: 'int' })
  revision!: number;

  @Column({ type: 'varchar', length: 40 })
  level!: string;

  @Column({ type: 'varchar', length: 20 })
  outcome!: string;

  @Column({ type: 'text' })
  opinion!: string;

  /** What finance proposes; null where the reviewer sets no amount. */
  @Column({ name: 'approved_total', type: 'bigint', nullable: true })
  approvedTotal!: number | null;

  @Column({ name: 'organisation_id', type: 'bigint', nullable: true })
  organisationId!: number | null;

  @Column({ name: 'user_id', type: 'bigint', nullable: true })
  userId!: number | null;

  @Column({ type: 'datetime', precision: 3 })
  at!: Date;
}
