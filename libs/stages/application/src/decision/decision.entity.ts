import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Whether the project is taken up, with document number (立项审定). */
@Entity('application_decision')
export class DecisionEntity {
  @PrimaryColumn({ type: 'bigint' })
  id!: number;

  @Column({ name: 'root_id', type: 'bigint' })
  rootId!: number;

  @Column({ type: 'varchar', length: 20 })
  outcome!: string;

  @Column({ type: 'text' })
  opinion!: string;

  @Column({ name: 'document_no', type: 'varchar', length: 120 })
  documentNo!: string;

  @Column({ name: 'decided_on', type: 'date', utc: true })
  decidedOn!: string;

  /** Minutes of the meeting. */
  @Column({ name: 'attachment_id', type: 'bigint', nullable: true })
  attachmentId!: number | null;

  @Column({ name: 'user_id', type: 'bigint', nullable: true })
  userId!: number | null;

  @Column({ type: 'datetime', precision: 3 })
  at!: Date;
}
