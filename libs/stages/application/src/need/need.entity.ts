import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The need behind a project as it was submitted (项目申报书); each correction is a revision of its own. Amount in fen. */
@Entity('application_need')
export class NeedEntity {
  @PrimaryColumn({ type: 'bigint' })
  id!: number;

  @Column({ name: 'root_id', type: 'bigint' })
  rootId!: number;

  @Column({ type: 'int' })
  revision!: number;

  @Column({ type: 'text' })
  problem!: string;

  @Column({ name: 'problem_found_by', type: 'varchar', length: 200 })
  problemFoundBy!: string;

  @Column({ name: 'problem_found_on', type: 'date', utc: true })
  problemFoundOn!: string;

  @Column({ type: 'text' })
  statement!: string;

  @Column({ type: 'varchar', length: 40 })
  nature!: string;

  @Column({ type: 'varchar', length: 40 })
  level!: string;

  @Column({ type: 'varchar', length: 40 })
  category!: string;

  @Column({ type: 'varchar', length: 40 })
  mode!: string;

  @Column({ name: 'mode_reason', type: 'text' })
  modeReason!: string;

  @Column({ name: 'target_group', type: 'text' })
  targetGroup!: string;

  @Column({ name: 'service_demand', type: 'text' })
  serviceDemand!: string;

  @Column({ name: 'service_standard', type: 'text' })
  serviceStandard!: string;

  @Column({ name: 'service_content', type: 'text' })
  serviceContent!: string;

  @Column({ name: 'evaluation_standard', type: 'text' })
  evaluationStandard!: string;

  @Column({ name: 'contractor_qualification', type: 'text' })
  contractorQualification!: string;

  @Column({ name: 'township_code', type: 'varchar', length: 12 })
  townshipCode!: string;

  @Column({ name: 'village_code', type: 'varchar', length: 12 })
  villageCode!: string;

  @Column({ name: 'planned_amount', type: 'bigint' })
  plannedAmount!: number;

  @Column({ name: 'service_from', type: 'date', utc: true })
  serviceFrom!: string;

  @Column({ name: 'service_to', type: 'date', utc: true })
  serviceTo!: string;

  @Column({ name: 'submitted_by', type: 'bigint', nullable: true })
  submittedBy!: number | null;

  @Column({ name: 'submitted_at', type: 'datetime', precision: 3 })
  submittedAt!: Date;
}
