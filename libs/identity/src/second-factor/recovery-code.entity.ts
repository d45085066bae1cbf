import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** 恢复码: takes the place of one code when the authenticator is lost; once each. */
@Entity('identity_recovery_code')
export class RecoveryCode {
  @PrimaryColumn({ type: 'bigint' })
  id!: number;

  @Index('ix_identity_recovery_code__user_id')
  @Column({ name: 'user_id', type: 'bigint' })
  userId!: number;

  /** HMAC-SHA-256 with the installation's secret, hexadecimal. */
  @Column({ name: 'code_hash', type: 'char', length: 64 })
  codeHash!: string;

  @Column({ name: 'used_at', type: 'datetime', precision: 3, nullable: true })
  usedAt!: Date | null;
}
