import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Alarm, TimedAlarm } from './alarm.js';

const CHUNK = 1000;
const PASSES = 20;

interface KeyRow {
  readonly id: number;
  readonly generation: number;
}

/**
 * Which timers stand in Redis. Rows that a command holds are skipped, never waited for:
 * the mirror may come again, the command may not be delayed.
 */
@Injectable()
export class AlarmRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Timers that keep failing are left to the sweeper, which knows when to try again. */
  unmirrored(until: Date, limit: number): Promise<TimedAlarm[]> {
    return this.dataSource.query(
      `SELECT id AS timerId, generation, next_at AS nextAt FROM engine_timer
       WHERE status = 'armed' AND alarmed = 0 AND next_at <= ? AND retry_at IS NULL
       ORDER BY next_at, id LIMIT ?`,
      [until, limit],
    );
  }

  async markMirrored(alarms: readonly Alarm[]): Promise<void> {
    const generations = new Map(alarms.map((alarm) => [alarm.timerId, alarm.generation]));
    await this.dataSource.transaction('READ COMMITTED', async (manager) => {
      const free = await lockFree(manager, [...generations.keys()]);
      const same = free.filter((row) => generations.get(row.id) === row.generation).map((row) => row.id);
      if (same.length > 0) await manager.query('UPDATE engine_timer SET alarmed = 1 WHERE id IN (?)', [same]);
    });
  }

  /** Redis holds nothing any more: every armed timer has to be mirrored again. */
  async forgetMirrored(): Promise<void> {
    for (let pass = 0; pass < PASSES; pass += 1) {
      if (await this.forgetPass()) return;
    }
  }

  /** True when no row was held by a command. */
  private async forgetPass(): Promise<boolean> {
    let skipped = 0;
    let after = 0;
    for (;;) {
      const rows: { id: number }[] = await this.dataSource.query(
        `SELECT id FROM engine_timer WHERE status = 'armed' AND alarmed = 1 AND id > ? ORDER BY id LIMIT ?`,
        [after, CHUNK],
      );
      const last = rows.at(-1);
      if (!last) return skipped === 0;
      skipped += rows.length - (await this.forget(rows.map((row) => row.id)));
      after = last.id;
    }
  }

  private forget(ids: readonly number[]): Promise<number> {
    return this.dataSource.transaction('READ COMMITTED', async (manager) => {
      const free = (await lockFree(manager, ids)).map((row) => row.id);
      if (free.length > 0) await manager.query('UPDATE engine_timer SET alarmed = 0 WHERE id IN (?)', [free]);
      return free.length;
    });
  }
}

function lockFree(manager: EntityManager, ids: readonly number[]): Promise<KeyRow[]> {
  return manager.query(
    `SELECT id, generation FROM engine_timer WHERE id IN (?) AND status = 'armed' ORDER BY id FOR UPDATE SKIP LOCKED`,
    [ids],
  );
}
