import { Injectable } from '@nestjs/common';
import { BusinessClock, SystemClock } from '#libs/platform';
import { DataSource } from 'typeorm';
import type { Alarm } from '../alarms/alarm.js';

export interface OverdueTimer extends Alarm {
  readonly rootId: number;
  /** Failed firings so far. */
  readonly attempts: number;
}

/** How many timers are armed, due within a day and overdue, and by how much business time the oldest is. */
export interface TimerCounts {
  readonly armed: number;
  readonly due: number;
  readonly overdue: number;
  readonly oldestMs: number;
}

const DAY_MS = 86_400_000;

/** What should have rung by now, read from the rows whatever Redis says. */
@Injectable()
export class OverdueTimers {
  constructor(
    private readonly dataSource: DataSource,
    private readonly business: BusinessClock,
    private readonly system: SystemClock,
  ) {}

  /** In order of due time. Business time decides what is due, system time whose backoff is over. */
  find(limit: number): Promise<OverdueTimer[]> {
    return this.dataSource.query(
      `SELECT id AS timerId, root_id AS rootId, generation, attempts FROM engine_timer
       WHERE status = 'armed' AND next_at <= ? AND (retry_at IS NULL OR retry_at <= ?)
       ORDER BY next_at, id LIMIT ?`,
      [this.business.now(), this.system.now(), limit],
    );
  }

  async counts(): Promise<TimerCounts> {
    const now = this.business.now();
    const [row]: [{ armed: string; due: string | null; overdue: string | null; oldestAt: Date | null }] =
      await this.dataSource.query(
        `SELECT COUNT(*) AS armed, SUM(next_at > ? AND next_at <= ?) AS due, SUM(next_at <= ?) AS overdue, MIN(next_at) AS oldestAt
       FROM engine_timer WHERE status = 'armed'`,
        [now, new Date(now.getTime() + DAY_MS), now],
      );
    const oldestMs = row.oldestAt === null ? 0 : Math.max(0, now.getTime() - row.oldestAt.getTime());
    return { armed: Number(row.armed), due: Number(row.due ?? 0), overdue: Number(row.overdue ?? 0), oldestMs };
  }

  /** By how much business time the oldest overdue timer is late; those that back off after a failure are incidents. */
  async oldestLatenessMs(): Promise<number> {
    const rows: { next_at: Date }[] = await this.dataSource.query(
      "SELECT next_at FROM engine_timer WHERE status = 'armed' AND retry_at IS NULL ORDER BY next_at LIMIT 1",
    );
    const oldest = rows[0]?.next_at.getTime() ?? Number.POSITIVE_INFINITY;
    return Math.max(0, this.business.now().getTime() - oldest);
  }
}
