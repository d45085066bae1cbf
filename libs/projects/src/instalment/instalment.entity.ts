import { Column, Entity, PrimaryColumn } from 'typeorm';

export const INSTALMENT_STATUSES = ['planned', 'claimed', 'approved', 'paid'] as const;
/** The one way an instalment goes; a claim may be sent back to planned, a payment is final. */
export type InstalmentStatus = (typeof INSTALMENT_STATUSES)[number];

/** One part of the contract price and its condition (分期付款); amount in fen. */
@Entity('projects_instalment')
export class InstalmentEntity {
  @PrimaryColumn({ type: 'bigint' })
  id!: number;

  @Column({ name: 'root_id', type: 'bigint' })
  rootId!: number;

  @Column({ type: 'int' })
  number!: number;

  @Column({ type: 'bigint' })
  amount!: number;

  @Column({ name: 'payment_condition', type: 'varchar', length: 500 })
  condition!: string;

  @Column({ type: 'varchar', length: 12 })
  status!: InstalmentStatus;

  @Column({ name: 'invoice_no', type: 'varchar', length: 80, nullable: true })
  invoiceNo!: string | null;

  @Column({ name: 'invoice_attachment_id', type: 'bigint', nullable: true })
  invoiceAttachmentId!: number | null;

  @Column({ name: 'claimed_at', type: 'datetime', precision: 3, nullable: true })
  claimedAt!: Date | null;

  @Column({ name: 'approved_at', type: 'datetime', precision: 3, nullable: true })
  approvedAt!: Date | null;

  @Column({ name: 'approved_by', type: 'bigint', nullable: true })
  approvedBy!: number | null;

  @Column({ name: 'voucher_no', type: 'varchar', length: 120, nullable: true })
  voucherNo!: string | null;

  @Column({ name: 'paid_at', type: 'datetime', precision: 3, nullable: true })
  paidAt!: Date | null;
}
