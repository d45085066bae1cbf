import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { FireTimerCommand } from '#libs/engine';
import { SystemClock } from '#libs/platform';
import { type Job, UnrecoverableError, type Worker } from 'bullmq';
import { FailingTimers } from '../sweeping/failing.timers.js';
import { DeadlineMetrics } from '../running/deadline.metrics.js';
import { reasonOf } from '../running/reason.js';
import { AlarmQueue } from './alarm.queue.js';
import type { Alarm } from './alarm.js';

const CONCURRENCY = 8;

/** Rings: goes in by the same engine command as a person does. */
@Injectable()
export class AlarmProcessor implements OnModuleDestroy {
  private worker: Worker<Alarm> | null = null;

  constructor(
    private readonly fireTimer: FireTimerCommand,
    private readonly failing: FailingTimers,
    private readonly metrics: DeadlineMetrics,
    private readonly clock: SystemClock,
    private readonly queue: AlarmQueue,
  ) {}

  start(): void {
    this.worker = this.queue.listen((job) => this.ring(job), CONCURRENCY);
  }

  async onModuleDestroy(): Promise<void> {
    await this.worker?.close(!this.queue.isReachable);
  }

  private async ring(job: Job<Alarm>): Promise<void> {
    this.metrics.late(Math.max(0, this.clock.now().getTime() - job.timestamp - (job.opts.delay ?? 0)));
    try {
      const { fired } = await this.fireTimer.execute({ ...job.data, firedBy: 'alarm' });
      if (fired) this.metrics.fired('alarm');
    } catch (error) {
      if (job.attemptsMade + 1 < (job.opts.attempts ?? 1)) throw error;
      await this.failing.record(job.data, error);
      throw new UnrecoverableError(reasonOf(error));
    }
  }
}
