import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What may need a person: a timer that does not fire, a message that could not be handed on, or one that could not leave the house. */
export const INCIDENT_SUBJECTS = ['timer', 'outbox', 'sending'] as const;
export type IncidentSubject = (typeof INCIDENT_SUBJECTS)[number];

/** Something that keeps failing, kept visible until it is cured. One row per subject. */
@Entity('deadlines_incident')
export class Incident {
  @PrimaryColumn({ type: 'bigint' })
  id!: number;

  @Column({ type: 'varchar', length: 12 })
  subject!: IncidentSubject;

  @Column({ name: 'subject_id', type: 'bigint' })
  subjectId!: number;

  @Column({ name: 'root_id', type: 'bigint' })
  rootId!: number;

  @Column({ type: 'varchar', length: 500 })
  reason!: string;

  @Column({ type: 'int' })
  attempts!: number;

  /** System time, as all of this row's times. */
  @Column({ name: 'opened_at', type: 'datetime', precision: 3 })
  openedAt!: Date;

  @Column({ name: 'last_at', type: 'datetime', precision: 3 })
  lastAt!: Date;

  @Column({ name: 'resolved_at', type: 'datetime', precision: 3, nullable: true })
  resolvedAt!: Date | null;
}
