import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 响应文件: what one supplier offers in a round, once; sealed until the round is opened. */
@Entity('procurement_response')
export class ResponseEntity {
  @PrimaryColumn({ type: 'bigint' })
  id!: number;

  @Column({ name: 'root_id', type: 'bigint' })
  rootId!: number;

  @Column({ name: 'instance_id', type: 'bigint' })
  instanceId!: number;

  @Column({ name: 'organisation_id', type: 'bigint' })
  organisationId!: number;

  /** Fen. */
  @Column({ type: 'bigint' })
  price!: number;

  @Column({ name: 'service_plan', type: 'text' })
  servicePlan!: string;

  @Column({ type: 'varchar', length: 40 })
  manager!: string;

  @Column({ name: 'document_id', type: 'bigint' })
  documentId!: number;

  @Column({ name: 'responded_by', type: 'bigint' })
  respondedBy!: number;

  @Column({ name: 'responded_at', type: 'datetime', precision: 3 })
  respondedAt!: Date;
}
