import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

export const ACCOUNT_REQUEST_STATUSES = ['pending', 'approved', 'refused'] as const;
export type AccountRequestStatus = (typeof ACCOUNT_REQUEST_STATUSES)[number];

/** 开户申请: an organisation that has no account asks for one; the receipt is what it asks again with. */
@Entity('identity_account_request')
@Index('ix_identity_account_request__status_division_code', ['status', 'divisionCode'])
export class AccountRequest {
  @PrimaryColumn({ type: 'bigint' })
  id!: number;

  @Index('uq_identity_account_request__receipt', { unique: true })
  @Column({ type: 'char', length: 14 })
  receipt!: string;

  @Column({ name: 'credit_code', type: 'char', length: 18 })
  creditCode!: string;

  /** The credit code while the request is open: there is one at a time. */
  @Index('uq_identity_account_request__open_credit_code', { unique: true })
  @Column({ name: 'open_credit_code', type: 'char', length: 18, nullable: true })
  openCreditCode!: string | null;

  @Column({ name: 'organisation_name', type: 'varchar', length: 128 })
  organisationName!: string;

  @Column({ type: 'varchar', length: 32 })
  kind!: string;

  @Column({ name: 'division_code', type: 'varchar', length: 12 })
  divisionCode!: string;

  @Column({ name: 'contact_name', type: 'varchar', length: 64 })
  contactName!: string;

  @Column({ type: 'varchar', length: 128, nullable: true })
  email!: string | null;

  @Column({ name: 'sealed_phone', type: 'varchar', length: 255 })
  sealedPhone!: string;

  @Column({ name: 'sealed_id_number', type: 'varchar', length: 255 })
  sealedIdNumber!: string;

  @Column({ type: 'varchar', length: 16 })
  status!: AccountRequestStatus;

  /** Of a refusal. */
  @Column({ type: 'varchar', length: 500, nullable: true })
  reason!: string | null;

  @Column({ name: 'reviewed_by', type: 'bigint', nullable: true })
  reviewedBy!: number | null;

  @Column({ name: 'reviewed_at', type: 'datetime', precision: 3, nullable: true })
  reviewedAt!: Date | null;

  @Column({ name: 'organisation_id', type: 'bigint', nullable: true })
  organisationId!: number | null;

  @Column({ name: 'created_at', type: 'datetime', precision: 3 })
  createdAt!: Date;

  @Column({ type: 'varchar', length: 45 })
  ip!: string;
}
