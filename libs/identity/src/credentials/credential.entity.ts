import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 登录凭据: what is known of a user's password besides its hash, which stands with the user. No row: never set by its owner. */
@Entity('identity_credential')
export class Credential {
  @PrimaryColumn({ name: 'user_id', type: 'bigint' })
  userId!: number;

  /** When the owner set it last; null while somebody else's choice holds. */
  @Column({ name: 'changed_at', type: 'datetime', precision: 3, nullable: true })
  changedAt!: Date | null;

  /** An administrator asks for another one at the next login. */
  @Column({ name: 'must_change', type: 'tinyint', default: 0 })
  mustChange!: boolean;
}
