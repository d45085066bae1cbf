import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** 登录会话: one refresh token. All that descend from one login form a family and are revoked together. */
@Entity('identity_session')
export class Session {
  @PrimaryColumn({ type: 'bigint' })
  id!: number;

  @Index('ix_identity_session__user_id')
  @Column({ name: 'user_id', type: 'bigint' })
  userId!: number;

  @Index('ix_identity_session__family')
  @Column({ type: 'bigint' })
  family!: number;

  /** SHA-256 of the token, hexadecimal: who reads the table cannot log in with it. */
  @Index('uq_identity_session__token_hash', { unique: true })
  @Column({ name: 'token_hash', type: 'char', length: 64 })
  tokenHash!: string;

  @Column({ name: 'created_at', type: 'datetime', precision: 3 })
  createdAt!: Date;

  @Index('ix_identity_session__expires_at')
  @Column({ name: 'expires_at', type: 'datetime', precision: 3 })
  expiresAt!: Date;

  /** When it was exchanged for its successor; used after that, it is stolen. */
  @Column({ name: 'rotated_at', type: 'datetime', precision: 3, nullable: true })
  rotatedAt!: Date | null;

  @Index('ix_identity_session__revoked_at')
  @Column({ name: 'revoked_at', type: 'datetime', precision: 3, nullable: true })
  revokedAt!: Date | null;

  @Column({ type: 'varchar', length: 45 })
  ip!: string;

  @Column({ name: 'user_agent', type: 'varchar', length: 255 })
  userAgent!: string;
}
