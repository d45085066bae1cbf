import { Injectable } from '@nestjs/common';
import { BusinessClock } from '#libs/platform';
import { AlarmQueue } from '../alarms/alarm.queue.js';
import { IncidentRepository } from '../incidents/incident.repository.js';
import { OutboxRepository } from '../relay/outbox.repository.js';
import { OverdueTimers, type TimerCounts } from '../sweeping/overdue.timers.js';
import { Sweeper } from '../sweeping/sweeper.js';

/** What the worker's health page says beyond up or down. */
export interface WorkerReport {
  readonly clockRevision: number;
  readonly businessTime: string;
  /** Null before the first sweep. */
  readonly sweeperLagMs: number | null;
  readonly timers: TimerCounts;
  /** Null while Redis is away. */
  readonly alarms: Readonly<Record<string, number>> | null;
  readonly outbox: { readonly pending: number; readonly dead: number };
  readonly openIncidents: number;
}

@Injectable()
export class DeadlineStatus {
  constructor(
    private readonly clock: BusinessClock,
    private readonly sweeper: Sweeper,
    private readonly overdue: OverdueTimers,
    private readonly queue: AlarmQueue,
    private readonly outbox: OutboxRepository,
    private readonly incidents: IncidentRepository,
  ) {}

  async report(): Promise<WorkerReport> {
    const [timers, alarms, outbox, openIncidents] = await Promise.all([
      this.overdue.counts(),
      this.queue.isReachable ? this.queue.counts() : null,
      this.outbox.counts(),
      this.incidents.openCount(),
    ]);
    return {
      clockRevision: this.clock.setting.revision,
      businessTime: this.clock.now().toISOString(),
      sweeperLagMs: this.sweeper.lagMs(),
      timers,
      alarms,
      outbox,
      openIncidents,
    };
  }
}
