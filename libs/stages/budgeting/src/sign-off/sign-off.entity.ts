import { Column, Entity, PrimaryColumn } from 'typeorm';

export const SIGN_OFF_KINDS = ['approval', 'release'] as const;
/** The two documents that finance issues on a budget, each once. */
export type SignOffKind = (typeof SIGN_OFF_KINDS)[number];

/** A document of the finance department on a budget: approval (批复) or release (下达). Amount in fen. */
@Entity('budgeting_sign_off')
export class SignOffEntity {
  @PrimaryColumn({ type: 'bigint' })
  id!: number;

  @Column({ name: 'root_id', type: 'bigint' })
  rootId!: number;

  @Column({ type: 'varchar', length: 12 })
  kind!: SignOffKind;

  @Column({ name: 'document_no', type: 'varchar', length: 120 })
  documentNo!: string;

  @Column({ type: 'bigint' })
  amount!: number;

  @Column({ name: 'on_date', type: 'date', utc: true })
  onDate!: string;

  @Column({ type: 'varchar', length: 1000, nullable: true })
  note!: string | null;

  @Column({ name: 'user_id', type: 'bigint', nullable: true })
  userId!: number | null;

  @Column({ type: 'datetime', precision: 3 })
  at!: Date;
}
