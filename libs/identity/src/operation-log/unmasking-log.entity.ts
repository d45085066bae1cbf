import { Column, Entity, Generated, Index, PrimaryColumn } from 'typeorm';

/** 脱敏查看记录: who saw which personal data in the clear, and why; append-only, sealed in batches. */
@Entity('identity_unmasking_log')
@Index('ix_identity_unmasking_log__actor_user_id_seq', ['actorUserId', 'seq'])
export class UnmaskingLog {
  @PrimaryColumn({ type: 'bigint' })
  id!: number;

  /** Order of insertion, for the seals. */
  @Index('uq_identity_unmasking_log__seq', { unique: true })
  @Generated('increment')
  @Column({ type: 'bigint' })
  seq!: number;

  @Index('ix_identity_unmasking_log__at')
  @Column({ type: 'datetime', precision: 3 })
  at!: Date;

  @Column({ name: 'actor_user_id', type: 'bigint' })
  actorUserId!: number;

  @Column({ name: 'actor_organisation_id', type: 'bigint' })
  actorOrganisationId!: number;

  /** Whose or what data: `user`, `account-request`, or `case`. */
  @Column({ name: 'subject_kind', type: 'varchar', length: 24 })
  subjectKind!: string;

  @Column({ name: 'subject_id', type: 'bigint' })
  subjectId!: number;

  @Column({ name: 'subject_name', type: 'varchar', length: 255 })
  subjectName!: string;

  @Column({ type: 'varchar', length: 64 })
  field!: string;

  @Column({ type: 'varchar', length: 500 })
  reason!: string;

  @Column({ type: 'varchar', length: 45 })
  ip!: string;
}
