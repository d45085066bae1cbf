import { Column, Entity, PrimaryColumn } from 'typeorm';

export const POSTING_KINDS = ['approved', 'released', 'committed', 'paid', 'returned'] as const;
/** 批复, 下达, 合同占用, 支付, 收回: the life of money in the ledger. */
export type PostingKind = (typeof POSTING_KINDS)[number];

/** One line of the funds ledger (资金台账), in fen. Added to, never changed: what is wrong is reversed by a negative line. */
@Entity('projects_posting')
export class PostingEntity {
  @PrimaryColumn({ type: 'bigint' })
  id!: number;

  @Column({ name: 'root_id', type: 'bigint' })
  rootId!: number;

  @Column({ name: 'account_id', type: 'bigint' })
  accountId!: number;

  @Column({ type: 'varchar', length: 12 })
  kind!: PostingKind;

  @Column({ type: 'bigint' })
  amount!: number;

  @Column({ name: 'document_no', type: 'varchar', length: 120 })
  documentNo!: string;

  /** The posting that this line takes back, where it takes back a whole one. */
  @Column({ name: 'reverses_id', type: 'bigint', nullable: true })
  reversesId!: number | null;

  @Column({ name: 'actor_user_id', type: 'bigint', nullable: true })
  actorUserId!: number | null;

  @Column({ type: 'datetime', precision: 3 })
  at!: Date;
}
