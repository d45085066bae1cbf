import { Column, Entity, Generated, Index, PrimaryColumn } from 'typeorm';

/** What an administrator can do that is recorded. */
export const OPERATIONS = [
  'user-created',
  'user-changed',
  'user-disabled',
  'user-enabled',
  'roles-requested',
  'roles-granted',
  'roles-refused',
  'roles-set',
  'organisation-created',
  'organisation-changed',
  'organisation-closed',
  'organisation-opened',
  'account-approved',
  'account-refused',
  'imported',
  'reset-code-issued',
  'password-demanded',
  'sessions-ended',
  'second-factor-removed',
  'login-unlocked',
] as const;
export type Operation = (typeof OPERATIONS)[number];

export const SUBJECT_KINDS = ['user', 'organisation', 'account-request', 'import'] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

/** 操作日志: every administrative change, append-only, sealed in batches. */
@Entity('identity_operation_log')
@Index('ix_identity_operation_log__actor_user_id_seq', ['actorUserId', 'seq'])
@Index('ix_identity_operation_log__subject_kind_subject_id_seq', ['subjectKind', 'subjectId', 'seq'])
export class OperationLog {
  @PrimaryColumn({ type: 'bigint' })
  id!: number;

  /** Order of insertion, for the seals. */
  @Index('uq_identity_operation_log__seq', { unique: true })
  @Generated('increment')
  @Column({ type: 'bigint' })
  seq!: number;

  @Index('ix_identity_operation_log__at')
  @Column({ type: 'datetime', precision: 3 })
  at!: Date;

  /** Null: a command on the server. */
  @Column({ name: 'actor_user_id', type: 'bigint', nullable: true })
  actorUserId!: number | null;

  @Column({ name: 'actor_organisation_id', type: 'bigint', nullable: true })
  actorOrganisationId!: number | null;

  @Column({ type: 'varchar', length: 32 })
  operation!: Operation;

  @Column({ name: 'subject_kind', type: 'varchar', length: 24 })
  subjectKind!: SubjectKind;

  @Column({ name: 'subject_id', type: 'bigint', nullable: true })
  subjectId!: number | null;

  /** As it was called then. */
  @Column({ name: 'subject_name', type: 'varchar', length: 255 })
  subjectName!: string;

  /** Flat JSON of what changed; personal data masked, secrets never. */
  @Column({ name: 'before_values', type: 'text', nullable: true })
  beforeValues!: string | null;

  @Column({ name: 'after_values', type: 'text', nullable: true })
  afterValues!: string | null;

  @Column({ type: 'varchar', length: 500, nullable: true })
  reason!: string | null;

  @Column({ type: 'varchar', length: 45 })
  ip!: string;
}
