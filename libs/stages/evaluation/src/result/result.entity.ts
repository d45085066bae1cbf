import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 绩效评价结果: the grade that was decided, and when it was made public. */
@Entity('evaluation_result')
export class ResultEntity {
  @PrimaryColumn({ name: 'instance_id', type: 'bigint' })
  instanceId!: number;

  @Column({ name: 'root_id', type: 'bigint' })
  rootId!: number;

  @Column({ type: 'varchar', length: 20 })
  grade!: string;

  /** Hundredths of a point. */
  @Column({ type: 'int' })
  score!: number;

  @Column({ name: 'document_number', type: 'varchar', length: 120 })
  documentNumber!: string;

  @Column({ name: 'decided_by', type: 'bigint' })
  decidedBy!: number;

  @Column({ name: 'decided_at', type: 'datetime', precision: 3 })
  decidedAt!: Date;

  @Column({ name: 'published_at', type: 'datetime', precision: 3, nullable: true })
  publishedAt!: Date | null;
}
