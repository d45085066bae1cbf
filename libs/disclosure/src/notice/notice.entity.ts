import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 公告: what the public may read, as it was published; it can be added, never changed. */
@Entity('disclosure_notice')
export class NoticeEntity {
  @PrimaryColumn({ type: 'bigint' })
  id!: number;

  @Column({ name: 'root_id', type: 'bigint' })
  rootId!: number;

  @Column({ name: 'instance_id', type: 'bigint' })
  instanceId!: number;

  /** A word of the definitions, e.g. `award-notice`. */
  @Column({ type: 'varchar', length: 48 })
  kind!: string;

  @Column({ type: 'varchar', length: 200 })
  title!: string;

  @Column({ type: 'text' })
  body!: string;

  @Column({ name: 'publisher_id', type: 'bigint', nullable: true })
  publisherId!: number | null;

  @Column({ name: 'published_at', type: 'datetime', precision: 3 })
  publishedAt!: Date;
}
