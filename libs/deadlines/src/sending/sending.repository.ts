import { Injectable } from '@nestjs/common';
import { BusinessClock, SystemClock } from '#libs/platform';
import { DataSource, type EntityManager } from 'typeorm';
import type { ChannelName } from '../channels/channel.js';
import type { SendingState } from './sending.entity.js';
import type { ClaimedSending, NewSending } from './sending.row.js';

/** Longer than a batch takes, however long the servers are silent. */
const LEASE_MS = 180_000;

interface Row extends Omit<ClaimedSending, 'isDoubtful'> {
  readonly claimedUntil: Date | null;
}

/** A failed try: when to try again, or that it is given up. */
export interface FailedSending {
  readonly attempts: number;
  readonly error: string;
  /** Null: a dead letter. */
  readonly retryAt: Date | null;
  /** It may have arrived all the same. */
  readonly isDoubtful: boolean;
}

/** How what leaves the house stands. */
export interface SendingCounts {
  readonly pending: number;
  readonly dead: number;
  /** Times that something was sent again although it may have arrived. */
  readonly doubtful: number;
}

/** The queue of one channel each. `not_before` is business time; leases and backoff run on system time. */
@Injectable()
export class SendingRepository {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: SystemClock,
    private readonly business: BusinessClock,
  ) {}

  /** In the transaction that tells; a subject goes by a channel once. */
  async add(manager: EntityManager, sendings: readonly NewSending[]): Promise<void> {
    if (sendings.length === 0) return;
    const createdAt = this.clock.now();
    const rows = sendings.map((one) => [
      ...[one.id, one.userId, one.channel, one.subject, one.subjectId, one.rootId],
      ...['pending', one.notBefore, createdAt, 0, 0],
    ]);
    await manager.query(
      `INSERT INTO deadlines_sending (id, user_id, channel, subject, subject_id, root_id, state, not_before, created_at,
         attempts, doubt_count) VALUES ? ON DUPLICATE KEY UPDATE id = id`,
      [rows],
    );
  }

  /** Takes what may go now, oldest first. */
  claim(channel: ChannelName, limit: number): Promise<ClaimedSending[]> {
    const now = this.clock.now();
    return this.dataSource.transaction('READ COMMITTED', async (manager) => {
      const rows: Row[] = await manager.query(
        `SELECT id, user_id AS userId, channel, subject, subject_id AS subjectId, root_id AS rootId, attempts,
           claimed_until AS claimedUntil
         FROM deadlines_sending
         WHERE channel = ? AND state = 'pending' AND not_before <= ? AND (retry_at IS NULL OR retry_at <= ?)
           AND (claimed_until IS NULL OR claimed_until < ?)
         ORDER BY not_before, id LIMIT ? FOR UPDATE SKIP LOCKED`,
        [channel, this.business.now(), now, now, limit],
      );
      if (rows.length === 0) return [];
      await manager.query(
        `UPDATE deadlines_sending SET doubt_count = doubt_count + (claimed_until IS NOT NULL), claimed_until = ?
         WHERE id IN (?)`,
        [new Date(now.getTime() + LEASE_MS), rows.map(({ id }) => id)],
      );
      return rows.map(({ claimedUntil, ...row }) => ({ ...row, isDoubtful: claimedUntil !== null }));
    });
  }

  async close(id: number, state: Exclude<SendingState, 'pending' | 'dead'>): Promise<void> {
    await this.dataSource.query(
      'UPDATE deadlines_sending SET state = ?, closed_at = ?, claimed_until = NULL, retry_at = NULL WHERE id = ?',
      [state, this.clock.now(), id],
    );
  }

  /** Back to the queue: the person may not be written to before that business time. */
  async postpone(id: number, notBefore: Date): Promise<void> {
    await this.dataSource.query('UPDATE deadlines_sending SET not_before = ?, claimed_until = NULL WHERE id = ?', [
      notBefore,
      id,
    ]);
  }

  async markFailed(id: number, { attempts, error, retryAt, isDoubtful }: FailedSending): Promise<void> {
    await this.dataSource.query(
      `UPDATE deadlines_sending SET state = ?, attempts = ?, last_error = ?, retry_at = ?, closed_at = ?,
         doubt_count = doubt_count + ?, claimed_until = NULL WHERE id = ?`,
      [
        ...[retryAt === null ? 'dead' : 'pending', attempts, error, retryAt],
        ...[retryAt === null ? this.clock.now() : null, isDoubtful ? 1 : 0, id],
      ],
    );
  }

  async counts(): Promise<SendingCounts> {
    const rows: { state: SendingState; count: string; doubts: string }[] = await this.dataSource.query(
      `SELECT state, COUNT(*) AS count, SUM(doubt_count) AS doubts FROM deadlines_sending
       WHERE state IN ('pending', 'dead') OR doubt_count > 0 GROUP BY state`,
    );
    const countOf = (state: SendingState): number => Number(rows.find((row) => row.state === state)?.count ?? 0);
    return {
      pending: countOf('pending'),
      dead: countOf('dead'),
      doubtful: rows.reduce((sum, { doubts }) => sum + Number(doubts), 0),
    };
  }
}
