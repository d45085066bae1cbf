import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** 历史密码: hashes of passwords that a user had, so that the last ones do not come back. */
@Entity('identity_password_history')
export class PasswordHistory {
  @PrimaryColumn({ type: 'bigint' })
  id!: number;

  @Index('ix_identity_password_history__user_id')
  @Column({ name: 'user_id', type: 'bigint' })
  userId!: number;

  @Column({ name: 'password_hash', type: 'varchar', length: 160 })
  passwordHash!: string;

  @Column({ name: 'created_at', type: 'datetime', precision: 3 })
  createdAt!: Date;
}
