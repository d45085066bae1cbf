import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

export const ROLE_REQUEST_STATUSES = ['pending', 'granted', 'refused'] as const;
export type RoleRequestStatus = (typeof ROLE_REQUEST_STATUSES)[number];

/** 岗位申请: a role that an administrator asks for a user; it holds when the security administrator has granted it. */
@Entity('identity_role_request')
@Index('ix_identity_role_request__status_id', ['status', 'id'])
export class RoleRequest {
  @PrimaryColumn({ type: 'bigint' })
  id!: number;

  @Index('ix_identity_role_request__user_id')
  @Column({ name: 'user_id', type: 'bigint' })
  userId!: number;

  @Column({ type: 'varchar', length: 32 })
  role!: string;

  @Column({ name: 'requested_by', type: 'bigint' })
  requestedBy!: number;

  @Column({ name: 'requested_at', type: 'datetime', precision: 3 })
  requestedAt!: Date;

  @Column({ type: 'varchar', length: 16 })
  status!: RoleRequestStatus;

  @Column({ name: 'decided_by', type: 'bigint', nullable: true })
  decidedBy!: number | null;

  @Column({ name: 'decided_at', type: 'datetime', precision: 3, nullable: true })
  decidedAt!: Date | null;

  @Column({ type: 'varchar', length: 200, nullable: true })
  reason!: string | null;
}
