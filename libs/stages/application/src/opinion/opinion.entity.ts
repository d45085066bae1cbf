import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a village, township or reviewer says to a need (村(社区)、乡镇意见和县级审查). */
@Entity('application_opinion')
export class OpinionEntity {
  @PrimaryColumn({ type: 'bigint' })
  id!: number;

  @Column({ name: 'root_id', type: 'bigint' })
  rootId!: number;

  /** Revision of the need that was looked at. */
  @Column({ type: 'int' })
  revision!: number;

  @Column({ type: 'varchar', length: 40 })
  level!: string;

  @Column({ type: 'varchar', length: 20 })
  outcome!: string;

  @Column({ type: 'text' })
  opinion!: string;

  @Column({ type: 'varchar', length: 500, nullable: true })
  venue!: string | null;

  @Column({ name: 'document_no', type: 'varchar', length: 120, nullable: true })
  documentNo!: string | null;

  @Column({ name: 'met_on', type: 'date', utc: true, nullable: true })
  metOn!: string | null;

  /** The stamped scan. */
  @Column({ name: 'attachment_id', type: 'bigint', nullable: true })
  attachmentId!: number | null;

  @Column({ name: 'organisation_id', type: 'bigint', nullable: true })
  organisationId!: number | null;

  @Column({ name: 'user_id', type: 'bigint', nullable: true })
  userId!: number | null;

  @Column({ type: 'datetime', precision: 3 })
  at!: Date;
}
