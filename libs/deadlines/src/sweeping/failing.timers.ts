import { Inject, Injectable } from '@nestjs/common';
import { LOGGER, SystemClock } from '#libs/platform';
import type { Logger } from 'pino';
import { DataSource } from 'typeorm';
import type { Alarm } from '../alarms/alarm.js';
import { IncidentRepository } from '../incidents/incident.repository.js';
import { backoffMs } from '../running/backoff.js';
import { reasonOf } from '../running/reason.js';

const BACKOFF = { firstMs: 5_000, longestMs: 600_000 };
/** So many failed firings make an incident; the timer goes on being tried. */
const INCIDENT_AFTER = 5;

/** Timers that do not fire: each backs off by itself, the others go on. */
@Injectable()
export class FailingTimers {
  constructor(
    private readonly dataSource: DataSource,
    private readonly incidents: IncidentRepository,
    private readonly clock: SystemClock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Never throws: when even this cannot be written, the sweeper comes again. */
  async record(alarm: Alarm, error: unknown): Promise<void> {
    this.logger.error({ err: error, ...alarm }, 'timer did not fire');
    try {
      await this.backOff(alarm, error);
    } catch (failure) {
      this.logger.error({ err: failure, ...alarm }, 'failure of a timer could not be recorded');
    }
  }

  /** A timer that had failed has fired. */
  async recovered({ timerId }: Alarm): Promise<void> {
    await this.dataSource.query('UPDATE engine_timer SET attempts = 0, retry_at = NULL WHERE id = ?', [timerId]);
    await this.incidents.resolve('timer', timerId, this.clock.now());
  }

  private async backOff({ timerId, generation }: Alarm, error: unknown): Promise<void> {
    const now = this.clock.now();
    const rows: { root_id: number; attempts: number }[] = await this.dataSource.query(
      `SELECT root_id, attempts FROM engine_timer WHERE id = ? AND generation = ? AND status = 'armed'`,
      [timerId, generation],
    );
    const timer = rows[0];
    if (!timer) return;
    const attempts = timer.attempts + 1;
    await this.dataSource.query(
      `UPDATE engine_timer SET attempts = ?, retry_at = ? WHERE id = ? AND generation = ? AND status = 'armed'`,
      [attempts, new Date(now.getTime() + backoffMs(attempts, BACKOFF)), timerId, generation],
    );
    if (attempts < INCIDENT_AFTER) return;
    await this.incidents.open({
      subject: 'timer',
      subjectId: timerId,
      rootId: timer.root_id,
      reason: reasonOf(error),
      attempts,
      at: now,
    });
  }
}
