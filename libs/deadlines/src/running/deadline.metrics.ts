import { Inject, Injectable } from '@nestjs/common';
import { METRICS } from '#libs/platform';
import { Counter, Histogram, Registry } from 'prom-client';

/** Who makes a timer fire. */
export type FiredBy = 'alarm' | 'sweeper';

const LATENESS_SECONDS = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300];

/** What the worker has done, for Prometheus. */
@Injectable()
export class DeadlineMetrics {
  private readonly firedCount: Counter<'fired_by'>;
  private readonly lateness: Histogram;
  private readonly deliveredCount: Counter<'outcome'>;
  private readonly sweepCount: Counter<'redis'>;
  private readonly sweptCount: Counter;

  constructor(@Inject(METRICS) registry: Registry) {
    const registers = [registry];
    this.firedCount = new Counter({
      name: 'sanshe_timers_fired_total',
      help: 'Firing commands by what started them',
      labelNames: ['fired_by'],
      registers,
    });
    this.lateness = new Histogram({
      name: 'sanshe_alarm_lateness_seconds',
      help: 'System time from the moment an alarm was to ring until it rang',
      buckets: LATENESS_SECONDS,
      registers,
    });
    this.sweepCount = new Counter({
      name: 'sanshe_sweeps_total',
      help: 'Sweeps that ended, by whether Redis could be reached',
      labelNames: ['redis'],
      registers,
    });
    this.sweptCount = new Counter({
      name: 'sanshe_swept_timers_total',
      help: 'Timers that sweeps have fired because no alarm had',
      registers,
    });
    this.deliveredCount = new Counter({
      name: 'sanshe_outbox_messages_total',
      help: 'Messages of the outbox by outcome: sent, retried, dead',
      labelNames: ['outcome'],
      registers,
    });
  }

  fired(by: FiredBy): void {
    this.firedCount.inc({ fired_by: by });
  }

  late(ms: number): void {
    this.lateness.observe(ms / 1000);
  }

  swept({ fired, isRedisReachable }: { readonly fired: number; readonly isRedisReachable: boolean }): void {
    this.sweepCount.inc({ redis: isRedisReachable ? 'reachable' : 'away' });
    this.sweptCount.inc(fired);
  }

  delivered(outcome: 'sent' | 'retried' | 'dead', count = 1): void {
    this.deliveredCount.inc({ outcome }, count);
  }
}
