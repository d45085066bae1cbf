import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

export const LOGIN_OUTCOMES = [
  'succeeded',
  'unknown-login',
  'wrong-password',
  'code-asked',
  'wrong-code',
  'disabled',
  'throttled',
  'token-reused',
  'logged-out',
  'revoked',
  'password-changed',
  'password-reset',
  'wrong-reset-code',
  'sign-in-refused',
] as const;
export type LoginOutcome = (typeof LOGIN_OUTCOMES)[number];

/** 登录日志: append-only; the application's account can add to it and read it, nothing else. */
@Entity('identity_login_log')
@Index('ix_identity_login_log__user_id_at', ['userId', 'at'])
export class LoginLog {
  @PrimaryColumn({ type: 'bigint' })
  id!: number;

  /** Order of insertion, for the seals. */
  @Index('uq_identity_login_log__seq', { unique: true })
  @Column({ type: 'bigint', insert: false, update: false })
  seq!: number;

  @Index('ix_identity_login_log__at')
  @Column({ type: 'datetime', precision: 3 })
  at!: Date;

  /** As it was typed, cut to the column. */
  @Column({ type: 'varchar', length: 64 })
  login!: string;

  @Column({ name: 'user_id', type: 'bigint', nullable: true })
  userId!: number | null;

  @Column({ type: 'varchar', length: 24 })
  outcome!: LoginOutcome;

  @Column({ type: 'varchar', length: 45 })
  ip!: string;

  @Column({ name: 'user_agent', type: 'varchar', length: 255 })
  userAgent!: string;
}
