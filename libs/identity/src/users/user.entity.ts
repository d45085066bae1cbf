import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A disabled user cannot log in and gets no tasks. */
export const USER_STATUSES = ['active', 'disabled'] as const;
export type UserStatus = (typeof USER_STATUSES)[number];

/** 用户: a person with a login, in one organisation. */
@Entity('identity_user')
export class User {
  @PrimaryColumn({ type: 'bigint' })
  id!: number;

  @Index('uq_identity_user__login', { unique: true })
  @Column({ type: 'varchar', length: 64 })
  login!: string;

  @Column({ type: 'varchar', length: 64 })
  name!: string;

  @Column({ type: 'varchar', length: 128, nullable: true })
  email!: string | null;

  /** Telephone number under the SecretBox. */
  @Column({ name: 'sealed_phone', type: 'varchar', length: 255, nullable: true })
  sealedPhone!: string | null;

  @Index('ix_identity_user__phone_index')
  @Column({ name: 'phone_index', type: 'char', length: 43, nullable: true })
  phoneIndex!: string | null;

  /** 公民身份号码 under the SecretBox. */
  @Column({ name: 'sealed_id_number', type: 'varchar', length: 255, nullable: true })
  sealedIdNumber!: string | null;

  @Index('ix_identity_user__id_number_index')
  @Column({ name: 'id_number_index', type: 'char', length: 43, nullable: true })
  idNumberIndex!: string | null;

  @Index('ix_identity_user__organisation_id')
  @Column({ name: 'organisation_id', type: 'bigint' })
  organisationId!: number;

  /** argon2id in PHC form */
  @Column({ name: 'password_hash', type: 'varchar', length: 160 })
  passwordHash!: string;

  @Column({ type: 'varchar', length: 16 })
  status!: UserStatus;

  @Column({ name: 'is_demo', type: 'tinyint', default: 0 })
  isDemo!: boolean;

  /** Directory revision that wrote the row, or its roles, last. */
  @Index('ix_identity_user__revision')
  @Column({ type: 'bigint' })
  revision!: number;

  @Column({ name: 'created_at', type: 'datetime', precision: 3 })
  createdAt!: Date;
}
