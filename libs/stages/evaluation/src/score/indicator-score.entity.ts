import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 指标得分: one leaf of the indicator tree; rows of one scoring share its number, the newest counts. */
@Entity('evaluation_indicator_score')
export class IndicatorScoreEntity {
  @PrimaryColumn({ type: 'bigint' })
  id!: number;

  @Column({ name: 'root_id', type: 'bigint' })
  rootId!: number;

  @Column({ name: 'instance_id', type: 'bigint' })
  instanceId!: number;

  /** Counts the scorings of an instance from 1. */
  @Column({ type: 'int' })
  scoring!: number;

  @Column({ type: 'varchar', length: 40 })
  indicator!: string;

  @Column({ name: 'indicator_group', type: 'varchar', length: 40 })
  group!: string;

  @Column({ type: 'varchar', length: 80 })
  title!: string;

  @Column({ type: 'int' })
  points!: number;

  /** Hundredths of a point. */
  @Column({ type: 'int' })
  score!: number;

  @Column({ type: 'varchar', length: 500, nullable: true })
  evidence!: string | null;

  @Column({ name: 'scored_by', type: 'bigint' })
  scoredBy!: number;

  @Column({ name: 'scored_at', type: 'datetime', precision: 3 })
  scoredAt!: Date;
}
