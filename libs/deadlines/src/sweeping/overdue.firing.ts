import { Injectable } from '@nestjs/common';
import { FireTimerCommand } from '#libs/engine';
import { DeadlineMetrics } from '../running/deadline.metrics.js';
import { FailingTimers } from './failing.timers.js';
import type { OverdueTimer } from './overdue.timers.js';

/** What one sweep fired, and whether Redis should have rung it. */
export interface SweepReport {
  readonly fired: number;
  readonly failed: number;
  readonly isRedisReachable: boolean;
}

/** Fires what Redis did not ring, or what failed before. */
@Injectable()
export class OverdueFiring {
  constructor(
    private readonly fireTimer: FireTimerCommand,
    private readonly failing: FailingTimers,
    private readonly metrics: DeadlineMetrics,
  ) {}

  /** A sweep is over. */
  ended(sweep: Pick<SweepReport, 'fired' | 'isRedisReachable'>): void {
    this.metrics.swept(sweep);
  }

  /** False when it failed; that is recorded and no business of the other timers. */
  async fire(timer: OverdueTimer): Promise<boolean> {
    const { timerId, generation, attempts } = timer;
    try {
      const { fired } = await this.fireTimer.execute({ timerId, generation, firedBy: 'sweeper' });
      if (attempts > 0) await this.failing.recovered(timer);
      if (fired) this.metrics.fired('sweeper');
      return true;
    } catch (error) {
      await this.failing.record(timer, error);
      return false;
    }
  }
}
