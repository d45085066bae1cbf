import { Injectable } from '@nestjs/common';
import { BusinessClock, WorkerConfig } from '#libs/platform';
import { AlarmQueue, type DelayedAlarm } from './alarm.queue.js';
import { AlarmRepository } from './alarm.repository.js';
import type { TimedAlarm } from './alarm.js';

const BATCH = 1000;
const BUSY_MS = 200;
const IDLE_MS = 1000;
/** How many empty rounds at the busy pace before it slows down. */
const BUSY_ROUNDS = 25;
const DAY_MS = 86_400_000;

/** Copies armed timers inside the horizon to Redis, where they ring. Nothing depends on it but punctuality. */
@Injectable()
export class AlarmMirror {
  private builtRevision: number | null = null;
  private emptyRounds = 0;

  constructor(
    private readonly alarms: AlarmRepository,
    private readonly queue: AlarmQueue,
    private readonly clock: BusinessClock,
    private readonly config: WorkerConfig,
  ) {}

  /** One round; gives the milliseconds to wait until the next. */
  async round(): Promise<number> {
    if (!this.queue.isReachable) return BUSY_MS;
    await this.rebuildIfNeeded();
    const found = await this.alarms.unmirrored(this.horizon(), BATCH);
    if (found.length > 0) await this.mirror(found);
    return this.pace(found.length);
  }

  /** Redis lost its keys, or the clock runs differently: what was computed before is void. */
  private async rebuildIfNeeded(): Promise<void> {
    const { revision } = this.clock.setting;
    const marked = await this.queue.revision();
    const isFresh = marked === revision && (this.builtRevision ?? revision) === revision;
    if (!isFresh) {
      await this.queue.clear();
      await this.alarms.forgetMirrored();
      await this.queue.setRevision(revision);
    }
    this.builtRevision = revision;
  }

  private async mirror(found: readonly TimedAlarm[]): Promise<void> {
    await this.queue.add(found.flatMap((alarm) => this.delayed(alarm)));
    await this.alarms.markMirrored(found);
  }

  private delayed(alarm: TimedAlarm): DelayedAlarm[] {
    const delay = this.clock.systemDelayUntil(alarm.nextAt);
    return delay === null ? [] : [{ ...alarm, delayMs: delay + this.config.graceMs }];
  }

  /** A clock that stands still reaches nothing but what is due already. */
  private horizon(): Date {
    const now = this.clock.now();
    const isStill = this.clock.setting.rate === 0;
    return isStill ? now : new Date(now.getTime() + this.config.horizonDays * DAY_MS);
  }

  private pace(found: number): number {
    this.emptyRounds = found > 0 ? 0 : this.emptyRounds + 1;
    if (found === BATCH) return 0;
    return this.emptyRounds < BUSY_ROUNDS ? BUSY_MS : IDLE_MS;
  }
}
