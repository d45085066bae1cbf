import { Column, Entity, PrimaryColumn } from 'typeorm';

export const PROJECT_STATUSES = ['open', 'closed', 'rejected', 'failed', 'stopped'] as const;
/** How a project stands: under way, ended as planned, refused, ended without a result, or stopped before its time. */
export type ProjectStatus = (typeof PROJECT_STATUSES)[number];

/** A purchase of services (政府购买服务项目) from the need to the grade; one row per root. Amounts in fen. */
@Entity('projects_project')
export class ProjectEntity {
  @PrimaryColumn({ name: 'root_id', type: 'bigint' })
  rootId!: number;

  @Column({ type: 'varchar', length: 60 })
  code!: string;

  @Column({ type: 'varchar', length: 200 })
  title!: string;

  @Column({ name: 'purchaser_id', type: 'bigint' })
  purchaserId!: number;

  @Column({ name: 'division_code', type: 'varchar', length: 12 })
  divisionCode!: string;

  @Column({ name: 'township_code', type: 'varchar', length: 12, nullable: true })
  townshipCode!: string | null;

  @Column({ name: 'village_code', type: 'varchar', length: 12, nullable: true })
  villageCode!: string | null;

  @Column({ type: 'varchar', length: 40, nullable: true })
  category!: string | null;

  @Column({ type: 'varchar', length: 40, nullable: true })
  nature!: string | null;

  @Column({ type: 'varchar', length: 40, nullable: true })
  level!: string | null;

  @Column({ type: 'varchar', length: 40, nullable: true })
  mode!: string | null;

  @Column({ type: 'varchar', length: 60 })
  method!: string;

  @Column({ name: 'planned_amount', type: 'bigint' })
  plannedAmount!: number;

  @Column({ name: 'approved_amount', type: 'bigint' })
  approvedAmount!: number;

  @Column({ name: 'contract_amount', type: 'bigint' })
  contractAmount!: number;

  @Column({ name: 'contractor_id', type: 'bigint', nullable: true })
  contractorId!: number | null;

  @Column({ type: 'varchar', length: 40, nullable: true })
  stage!: string | null;

  @Column({ type: 'varchar', length: 16 })
  status!: ProjectStatus;

  @Column({ type: 'varchar', length: 20, nullable: true })
  grade!: string | null;

  @Column({ type: 'int', nullable: true })
  score!: number | null;

  @Column({ name: 'service_from', type: 'date', utc: true, nullable: true })
  serviceFrom!: string | null;

  @Column({ name: 'service_to', type: 'date', utc: true, nullable: true })
  serviceTo!: string | null;

  @Column({ name: 'started_at', type: 'datetime', precision: 3 })
  startedAt!: Date;

  @Column({ name: 'ended_at', type: 'datetime', precision: 3, nullable: true })
  endedAt!: Date | null;
}
