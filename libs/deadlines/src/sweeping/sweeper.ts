import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { LOGGER, SystemClock, WorkerConfig } from '#libs/platform';
import type { Logger } from 'pino';
import { AlarmQueue } from '../alarms/alarm.queue.js';
import { lanesOf, runLanes } from '../running/lanes.js';
import { OverdueFiring, type SweepReport } from './overdue.firing.js';
import { type OverdueTimer, OverdueTimers } from './overdue.timers.js';

const LIMIT = 5000;
const CONCURRENCY = 8;
/** How long beyond its grace a due alarm may take before it counts as lost. */
const PATIENCE_MS = 2000;
/** A sweeper that has not come round for so many periods is behind. */
const PERIODS_BEHIND = 3;

/** Finds what is overdue and still armed, whatever happened to Redis, and fires it. */
@Injectable()
export class Sweeper {
  private sweptAt: Date | null = null;
  /** When it first set out: one that never comes back from there is behind too. */
  private beganAt: Date | null = null;

  constructor(
    private readonly overdue: OverdueTimers,
    private readonly firing: OverdueFiring,
    private readonly queue: AlarmQueue,
    private readonly clock: SystemClock,
    private readonly config: WorkerConfig,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** One sweep; gives the milliseconds to wait until the next, so that two looks lie one period apart. */
  async round(): Promise<number> {
    this.beganAt ??= this.clock.now();
    const { fired, isRedisReachable } = await this.sweep();
    this.sweptAt = this.clock.now();
    if (fired > 0 && !isRedisReachable) return 0;
    return Math.max(1000, this.periodMs - this.patienceMs);
  }

  async sweep(): Promise<SweepReport> {
    const isRedisReachable = this.queue.isReachable;
    const lost = isRedisReachable ? await this.lostAlarms() : await this.overdue.find(LIMIT);
    const counts = await this.fireAll(lost);
    this.report(lost, isRedisReachable);
    const report = { ...counts, isRedisReachable };
    this.firing.ended(report);
    return report;
  }

  /** Milliseconds since the last sweep ended, or since the first began; null before it. */
  lagMs(): number | null {
    const since = this.sweptAt ?? this.beganAt;
    return since === null ? null : this.clock.now().getTime() - since.getTime();
  }

  isBehind(): boolean {
    return (this.lagMs() ?? 0) > PERIODS_BEHIND * this.periodMs;
  }

  /** Overdue at two looks: what rings just now is not lost, nor what waits in a queue that is being worked off. */
  private async lostAlarms(): Promise<OverdueTimer[]> {
    const first = await this.overdue.find(LIMIT);
    if (first.length === 0) return [];
    const { rungCount } = this.queue;
    await pause(this.patienceMs);
    const seen = new Set(first.map(keyOf));
    const still = (await this.overdue.find(LIMIT)).filter((timer) => seen.has(keyOf(timer)));
    const isWorkedOff = this.queue.isReachable && this.queue.rungCount > rungCount;
    return isWorkedOff ? this.queue.missing(still) : still;
  }

  private async fireAll(timers: readonly OverdueTimer[]): Promise<{ fired: number; failed: number }> {
    let fired = 0;
    await runLanes(
      lanesOf(timers, (timer) => timer.rootId),
      CONCURRENCY,
      async (lane) => {
        for (const timer of lane) if (await this.firing.fire(timer)) fired += 1;
      },
    );
    return { fired, failed: timers.length - fired };
  }

  private report(lost: readonly OverdueTimer[], isRedisReachable: boolean): void {
    const unexplained = lost.filter((timer) => timer.attempts === 0).length;
    if (unexplained === 0) return;
    const text = isRedisReachable
      ? 'alarms were lost although Redis is reachable; the sweeper fired them'
      : 'Redis is away; the sweeper fires';
    this.logger.warn({ timers: unexplained }, text);
  }

  private get periodMs(): number {
    return this.config.sweepSeconds * 1000;
  }

  private get patienceMs(): number {
    return this.config.graceMs + PATIENCE_MS;
  }
}

function keyOf({ timerId, generation }: OverdueTimer): string {
  return `${timerId}-${generation}`;
}
