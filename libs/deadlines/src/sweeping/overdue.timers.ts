import { Injectable } from '@nestjs/common';
import { BusinessClock, SystemClock } from '#libs/platform';
import { DataSource } from 'typeorm';
import type { Alarm } from '../alarms/alarm.js';

export interface OverdueTimer extends Alarm {
  readonly rootId: number;
  /** Failed firings so far. */
  readonly attempts: number;
}

/** How many timers are armed and overdue, and by how much business time the oldest is. */
export interface TimerCounts {
  readonly armed: number;
  readonly overdue: number;
  readonly oldestMs: number;
}

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
    const [row]: [{ armed: string; overdue: string | null; oldestAt: Date | null }] = await this.dataSource.query(
      `SELECT COUNT(*) AS armed, SUM(next_at <= ?) AS overdue, MIN(next_at) AS oldestAt
       FROM engine_timer WHERE status = 'armed'`,
      [now],
    );
    const oldestMs = row.oldestAt === null ? 0 : Math.max(0, now.getTime() - row.oldestAt.getTime());
    return { armed: Number(row.armed), overdue: Number(row.overdue ?? 0), oldestMs };
  }
}
