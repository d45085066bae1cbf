import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** 一次性重置码: lets a user set a password without the old one, once, within hours. */
@Entity('identity_reset_code')
export class ResetCode {
  @PrimaryColumn({ type: 'bigint' })
  id!: number;

  @Index('ix_identity_reset_code__user_id')
  @Column({ name: 'user_id', type: 'bigint' })
  userId!: number;

  /** HMAC-SHA-256 with the installation's secret, hexadecimal. */
  @Column({ name: 'code_hash', type: 'char', length: 64 })
  codeHash!: string;

  /** User who asked for it; null when the system did, as for a new account. */
  @Column({ name: 'issued_by', type: 'bigint', nullable: true })
  issuedBy!: number | null;

  @Column({ name: 'created_at', type: 'datetime', precision: 3 })
  createdAt!: Date;

  @Column({ name: 'expires_at', type: 'datetime', precision: 3 })
  expiresAt!: Date;

  /** When it was used, or a newer one took its place. */
  @Column({ name: 'ended_at', type: 'datetime', precision: 3, nullable: true })
  endedAt!: Date | null;
}
