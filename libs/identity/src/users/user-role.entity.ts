import { Entity, PrimaryColumn } from 'typeorm';

/** 角色: a role that a user has in the own organisation; names are those of config/roles.yaml. */
@Entity('identity_user_role')
export class UserRole {
  @PrimaryColumn({ name: 'user_id', type: 'bigint' })
  userId!: number;

  @PrimaryColumn({ type: 'varchar', length: 32 })
  role!: string;
}
