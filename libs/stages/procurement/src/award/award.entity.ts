import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 成交: which response the purchaser confirmed, in rank order. */
@Entity('procurement_award')
export class AwardEntity {
  @PrimaryColumn({ type: 'bigint' })
  id!: number;

  @Column({ name: 'root_id', type: 'bigint' })
  rootId!: number;

  @Column({ name: 'instance_id', type: 'bigint' })
  instanceId!: number;

  @Column({ name: 'response_id', type: 'bigint' })
  responseId!: number;

  @Column({ name: 'organisation_id', type: 'bigint' })
  organisationId!: number;

  /** 1 is the first of the ranking. */
  @Column({ type: 'int' })
  candidate!: number;

  @Column({ type: 'bigint' })
  price!: number;

  /** True when the purchaser let the period pass: the award stands, and so does the violation. */
  @Column({ name: 'is_silent', type: 'tinyint' })
  isSilent!: number;

  @Column({ name: 'awarded_at', type: 'datetime', precision: 3 })
  awardedAt!: Date;

  @Column({ name: 'revoked_at', type: 'datetime', precision: 3, nullable: true })
  revokedAt!: Date | null;

  @Column({ name: 'revoke_reason', type: 'varchar', length: 1000, nullable: true })
  revokeReason!: string | null;
}
