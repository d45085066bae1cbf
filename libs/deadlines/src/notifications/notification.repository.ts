import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { NotificationKind } from './notification.entity.js';
import type { Announcement, StoredNotification } from './notification.facts.js';

export const NOTIFICATION_COLUMNS = `id, user_id, root_id, task_id, kind, level, case_title, task_title, responsible, law, due_at,
  is_provisional, at, read_at`;

/** As the database has it. */
export interface NotificationRow {
  readonly id: number;
  readonly user_id: number;
  readonly root_id: number;
  readonly task_id: number;
  readonly kind: NotificationKind;
  readonly level: string | null;
  readonly case_title: string;
  readonly task_title: string;
  readonly responsible: string;
  readonly law: string | null;
  readonly due_at: Date | null;
  readonly is_provisional: number;
  readonly at: Date;
  readonly read_at: Date | null;
}

/** Where a page begins: the key of the last message of the page before. */
export interface MailboxPosition {
  readonly at: Date;
  readonly id: number;
}

@Injectable()
export class NotificationRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Writes one row per person who has not been told of the same origin before; gives the ids that were tried. */
  async add(
    manager: EntityManager,
    announcement: Announcement,
    { nextId, gatherAt }: { nextId: () => number; gatherAt: (userId: number) => Date | null },
  ): Promise<number[]> {
    if (announcement.userIds.length === 0) return [];
    const rows = announcement.userIds.map((userId) =>
      rowOf(announcement, { id: nextId(), userId, gatherAt: gatherAt(userId) }),
    );
    await manager.query(
      `INSERT INTO deadlines_notification (id, user_id, root_id, task_id, origin, kind, level, case_title, task_title,
         responsible, law, due_at, is_provisional, at, gather_at) VALUES ? ON DUPLICATE KEY UPDATE id = id`,
      [rows],
    );
    return rows.map(([id]) => id);
  }

  /** Whether any rung of a task's ladder has reached somebody. */
  async wasEscalated(rootId: number, taskId: number): Promise<boolean> {
    const rows: unknown[] = await this.dataSource.query(
      "SELECT 1 FROM deadlines_notification WHERE root_id = ? AND task_id = ? AND kind = 'escalation' LIMIT 1",
      [rootId, taskId],
    );
    return rows.length > 0;
  }

  /** Those of the ids that have become rows. */
  async written(manager: EntityManager, ids: readonly number[]): Promise<{ id: number; userId: number }[]> {
    if (ids.length === 0) return [];
    return manager.query('SELECT id, user_id AS userId FROM deadlines_notification WHERE id IN (?)', [ids]);
  }

  async mailbox(userId: number, limit: number, after: MailboxPosition | null): Promise<StoredNotification[]> {
    const older = after === null ? '' : 'AND (at, id) < (?, ?)';
    const rows: NotificationRow[] = await this.dataSource.query(
      `SELECT ${NOTIFICATION_COLUMNS} FROM deadlines_notification WHERE user_id = ? ${older} ORDER BY at DESC, id DESC LIMIT ?`,
      [userId, ...(after === null ? [] : [after.at, after.id]), limit],
    );
    return rows.map(toStored);
  }

  async unreadCount(userId: number): Promise<number> {
    const [row]: [{ count: string }] = await this.dataSource.query(
      'SELECT COUNT(*) AS count FROM deadlines_notification WHERE user_id = ? AND read_at IS NULL',
      [userId],
    );
    return Number(row.count);
  }

  /** The first reading counts. Null when there is no such message in that person's mailbox. */
  async markRead(id: number, userId: number, at: Date): Promise<StoredNotification | null> {
    await this.dataSource.query(
      'UPDATE deadlines_notification SET read_at = ? WHERE id = ? AND user_id = ? AND read_at IS NULL',
      [at, id, userId],
    );
    const found = await this.byId(id);
    return found?.userId === userId ? found : null;
  }

  async byId(id: number): Promise<StoredNotification | null> {
    const rows: NotificationRow[] = await this.dataSource.query(
      `SELECT ${NOTIFICATION_COLUMNS} FROM deadlines_notification WHERE id = ?`,
      [id],
    );
    return rows[0] ? toStored(rows[0]) : null;
  }
}

function rowOf(facts: Announcement, own: { id: number; userId: number; gatherAt: Date | null }) {
  return [
    own.id,
    own.userId,
    facts.rootId,
    facts.taskId,
    facts.origin,
    facts.kind,
    facts.level,
    facts.caseTitle,
    facts.taskTitle,
    facts.responsible,
    facts.law,
    facts.dueAt,
    facts.isProvisional ? 1 : 0,
    facts.at,
    own.gatherAt,
  ] as const;
}

export function toStored(row: NotificationRow): StoredNotification {
  return {
    id: row.id,
    userId: row.user_id,
    rootId: row.root_id,
    taskId: row.task_id,
    kind: row.kind,
    level: row.level,
    caseTitle: row.case_title,
    taskTitle: row.task_title,
    responsible: row.responsible,
    law: row.law,
    dueAt: row.due_at,
    isProvisional: row.is_provisional === 1,
    at: row.at,
    readAt: row.read_at,
  };
}
