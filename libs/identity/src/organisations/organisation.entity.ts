import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A closed organisation keeps its records and takes no new work. */
export const ORGANISATION_STATUSES = ['active', 'closed'] as const;
export type OrganisationStatus = (typeof ORGANISATION_STATUSES)[number];

/** 单位: whoever takes part in a process as an organisation. Its kind is one of config/roles.yaml. */
@Entity('identity_organisation')
@Index('ix_identity_organisation__kind_division_code', ['kind', 'divisionCode'])
export class Organisation {
  @PrimaryColumn({ type: 'bigint' })
  id!: number;

  /** 统一社会信用代码 */
  @Index('uq_identity_organisation__credit_code', { unique: true })
  @Column({ name: 'credit_code', type: 'char', length: 18 })
  creditCode!: string;

  @Column({ type: 'varchar', length: 128 })
  name!: string;

  @Column({ type: 'varchar', length: 32 })
  kind!: string;

  @Column({ name: 'division_code', type: 'varchar', length: 12 })
  divisionCode!: string;

  @Column({ type: 'varchar', length: 16 })
  status!: OrganisationStatus;

  /** 演示数据: every screen and export that shows it says so. */
  @Column({ name: 'is_demo', type: 'tinyint', default: 0 })
  isDemo!: boolean;

  /** Directory revision that wrote the row last. */
  @Index('ix_identity_organisation__revision')
  @Column({ type: 'bigint' })
  revision!: number;

  @Column({ name: 'created_at', type: 'datetime', precision: 3 })
  createdAt!: Date;
}
