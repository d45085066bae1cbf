import { Injectable, type OnModuleInit } from '@nestjs/common';
import { BusinessClock, HealthRegistry, WorkerConfig } from '#libs/platform';
import { OverdueTimers } from '../sweeping/overdue.timers.js';

/** A deadline that so many sweeps have passed by shows that no worker sweeps. */
const SWEEPS_MISSED = 3;

/** Says in every process, from the rows alone, when deadlines are not served: also when there is no worker to say so. */
@Injectable()
export class LatenessHealth implements OnModuleInit {
  constructor(
    private readonly health: HealthRegistry,
    private readonly timers: OverdueTimers,
    private readonly clock: BusinessClock,
    private readonly config: WorkerConfig,
  ) {}

  onModuleInit(): void {
    this.health.register('deadlines', async () => {
      const lateMs = await this.timers.oldestLatenessMs();
      // An accelerated clock makes so much more of the same delay.
      const limitMs = SWEEPS_MISSED * this.config.sweepSeconds * 1000 * Math.max(1, this.clock.setting.rate);
      if (lateMs <= limitMs) return { status: 'ok' };
      return { status: 'degraded', detail: `the oldest deadline is ${Math.round(lateMs / 1000)} s overdue` };
    });
  }
}
