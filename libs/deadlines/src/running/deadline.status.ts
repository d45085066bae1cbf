import { Injectable } from '@nestjs/common';
import { BusinessClock } from '#libs/platform';
import { AlarmQueue } from '../alarms/alarm.queue.js';
import { OverdueTimers, type TimerCounts } from '../sweeping/overdue.timers.js';
import { Sweeper } from '../sweeping/sweeper.js';
import { type DeliveryReport, DeliveryStatus } from './delivery.status.js';

/** What the worker's health page says beyond up or down. */
export interface WorkerReport extends DeliveryReport {
  readonly clockRevision: number;
  readonly businessTime: string;
  /** Null before the first sweep. */
  readonly sweeperLagMs: number | null;
  readonly timers: TimerCounts;
  /** Null while Redis is away. */
  readonly alarms: Readonly<Record<string, number>> | null;
}

@Injectable()
export class DeadlineStatus {
  constructor(
    private readonly clock: BusinessClock,
    private readonly sweeper: Sweeper,
    private readonly overdue: OverdueTimers,
    private readonly queue: AlarmQueue,
    private readonly deliveries: DeliveryStatus,
  ) {}

  /** The clock is read before the counts: what was counted by an older clock never stands beside a newer revision. */
  async report(): Promise<WorkerReport> {
    const { revision } = this.clock.setting;
    const businessTime = this.clock.now().toISOString();
    const [timers, alarms, deliveries] = await Promise.all([
      this.overdue.counts(),
      this.queue.isReachable ? this.queue.counts() : null,
      this.deliveries.report(),
    ]);
    return {
      clockRevision: revision,
      businessTime,
      sweeperLagMs: this.sweeper.lagMs(),
      timers,
      alarms,
      ...deliveries,
    };
  }
}
