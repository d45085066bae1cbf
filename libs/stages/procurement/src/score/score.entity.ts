import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 评分: the points that one member gives one response for one criterion. */
@Entity('procurement_score')
export class ScoreEntity {
  @PrimaryColumn({ type: 'bigint' })
  id!: number;

  @Column({ name: 'root_id', type: 'bigint' })
  rootId!: number;

  @Column({ name: 'instance_id', type: 'bigint' })
  instanceId!: number;

  @Column({ name: 'response_id', type: 'bigint' })
  responseId!: number;

  @Column({ name: 'user_id', type: 'bigint' })
  userId!: number;

  @Column({ name: 'criterion_id', type: 'bigint' })
  criterionId!: number;

  @Column({ type: 'int' })
  points!: number;

  @Column({ name: 'scored_at', type: 'datetime', precision: 3 })
  scoredAt!: Date;
}
