import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { StoredNotification } from '../notifications/notification.facts.js';
import { NOTIFICATION_COLUMNS, type NotificationRow, toStored } from '../notifications/notification.repository.js';

/** Notifications on their way into a digest: `gather_at` says that they wait, `digest_id` where they went. */
@Injectable()
export class GatheringRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** People for whom something waits whose time has come. */
  async duePeople(now: Date, limit: number): Promise<number[]> {
    const rows: { userId: number }[] = await this.dataSource.query(
      'SELECT DISTINCT user_id AS userId FROM deadlines_notification WHERE gather_at <= ? LIMIT ?',
      [now, limit],
    );
    return rows.map(({ userId }) => userId);
  }

  /** What waits for one person, in order of time; another worker's hand is waited for. */
  async lock(manager: EntityManager, userId: number, now: Date): Promise<StoredNotification[]> {
    const rows: NotificationRow[] = await manager.query(
      `SELECT ${NOTIFICATION_COLUMNS} FROM deadlines_notification
       WHERE user_id = ? AND gather_at <= ? ORDER BY at, id FOR UPDATE`,
      [userId, now],
    );
    return rows.map(toStored);
  }

  /** With null: told of nothing outside the system, because nothing was left to do. */
  async put(manager: EntityManager, ids: readonly number[], digestId: number | null): Promise<void> {
    if (ids.length === 0) return;
    await manager.query('UPDATE deadlines_notification SET gather_at = NULL, digest_id = ? WHERE id IN (?)', [
      digestId,
      ids,
    ]);
  }

  async postpone(manager: EntityManager, ids: readonly number[], gatherAt: Date): Promise<void> {
    await manager.query('UPDATE deadlines_notification SET gather_at = ? WHERE id IN (?)', [gatherAt, ids]);
  }

  async ofDigest(digestId: number): Promise<StoredNotification[]> {
    const rows: NotificationRow[] = await this.dataSource.query(
      `SELECT ${NOTIFICATION_COLUMNS} FROM deadlines_notification WHERE digest_id = ? ORDER BY due_at IS NULL, due_at, at, id`,
      [digestId],
    );
    return rows.map(toStored);
  }
}
