import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * Why somebody is told: a new task, its due time, that somebody below is late, that a deadline is held and needs a
 * person, 催办, 沟通, 抄送, or what a supervision brings: a new date, an explanation asked for, and given.
 */
export const NOTIFICATION_KINDS = [
  'opened',
  'reminder',
  'escalation',
  'warning',
  'urged',
  'message',
  'copied',
  'rescheduled',
  'asked',
  'explained',
] as const;
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];

/**
 * 站内信: one message to one person. It keeps the facts; the text is made from them in the reader's language.
 * Unique by (origin, user): whatever fires twice tells once.
 */
@Entity('deadlines_notification')
export class Notification {
  @PrimaryColumn({ type: 'bigint' })
  id!: number;

  @Column({ name: 'user_id', type: 'bigint' })
  userId!: number;

  @Column({ name: 'root_id', type: 'bigint' })
  rootId!: number;

  @Column({ name: 'task_id', type: 'bigint' })
  taskId!: number;

  /** `task-<id>` for an opened task, `timer-<id>-<step>` for a step of a timer, `urged-<delivery>` and so on. */
  @Column({ type: 'varchar', length: 48 })
  origin!: string;

  @Column({ type: 'varchar', length: 12 })
  kind!: NotificationKind;

  /** Level of the ladder; null unless an escalation. */
  @Column({ type: 'varchar', length: 24, nullable: true })
  level!: string | null;

  @Column({ name: 'case_title', type: 'varchar', length: 200 })
  caseTitle!: string;

  @Column({ name: 'task_title', type: 'varchar', length: 200 })
  taskTitle!: string;

  /** 承办单位: names of the organisations that have the task; of a message or copy, who sent it. */
  @Column({ type: 'varchar', length: 200 })
  responsible!: string;

  /** Key of config/law. */
  @Column({ type: 'varchar', length: 80, nullable: true })
  law!: string | null;

  @Column({ name: 'due_at', type: 'datetime', precision: 3, nullable: true })
  dueAt!: Date | null;

  /** 暂定: the due date rests on a year without an official holiday notice. */
  @Column({ name: 'is_provisional', type: 'tinyint' })
  isProvisional!: number;

  /** Business time at which it came about. */
  @Column({ type: 'datetime', precision: 3 })
  at!: Date;

  @Column({ name: 'read_at', type: 'datetime', precision: 3, nullable: true })
  readAt!: Date | null;

  /** Business time of the digest that it waits for; null when it waits for none. */
  @Column({ name: 'gather_at', type: 'datetime', precision: 3, nullable: true })
  gatherAt!: Date | null;

  /** The digest that told of it outside the system. */
  @Column({ name: 'digest_id', type: 'bigint', nullable: true })
  digestId!: number | null;
}
