import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 满意度调查: counts only, so that nobody's answer can be read from it. */
@Entity('evaluation_survey')
export class SurveyEntity {
  @PrimaryColumn({ type: 'bigint' })
  id!: number;

  @Column({ name: 'root_id', type: 'bigint' })
  rootId!: number;

  @Column({ name: 'instance_id', type: 'bigint' })
  instanceId!: number;

  @Column({ type: 'int' })
  population!: number;

  @Column({ type: 'int' })
  respondents!: number;

  /** The least that the rule asked for. */
  @Column({ name: 'sample_size', type: 'int' })
  sampleSize!: number;

  @Column({ name: 'very_satisfied', type: 'int' })
  verySatisfied!: number;

  @Column({ type: 'int' })
  satisfied!: number;

  @Column({ type: 'int' })
  neutral!: number;

  @Column({ type: 'int' })
  dissatisfied!: number;

  /** Share of the satisfied in ten-thousandths. */
  @Column({ type: 'int' })
  satisfaction!: number;

  @Column({ type: 'varchar', length: 40 })
  interviewer!: string;

  @Column({ name: 'surveyed_on', type: 'date', utc: true })
  surveyedOn!: string;

  @Column({ name: 'recorded_at', type: 'datetime', precision: 3 })
  recordedAt!: Date;
}
