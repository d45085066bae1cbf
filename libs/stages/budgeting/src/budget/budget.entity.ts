import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A project budget (项目预算) as it was submitted; each correction is a revision of its own. Amounts in fen. */
@Entity('budgeting_budget')
export class BudgetEntity {
  @PrimaryColumn({ type: 'bigint' })
  id!: number;

  @Column({ name: 'root_id', type: 'bigint' })
  rootId!: number;

  @Column({ type: 'int' })
  revision!: number;

  @Column({ type: 'bigint' })
  total!: number;

  @Column({ name: 'submitted_by', type: 'bigint', nullable: true })
  submittedBy!: number | null;

  @Column({ name: 'submitted_at', type: 'datetime', precision: 3 })
  submittedAt!: Date;
}
