import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { METRICS } from '#libs/platform';
import { Gauge, Registry } from 'prom-client';
import { OverdueTimers } from '../sweeping/overdue.timers.js';

/** How the timers stand, read when Prometheus asks. */
@Injectable()
export class TimerGauges implements OnModuleInit {
  constructor(
    @Inject(METRICS) private readonly registry: Registry,
    private readonly timers: OverdueTimers,
  ) {}

  onModuleInit(): void {
    const registers = [this.registry];
    const oldest = new Gauge({
      name: 'sanshe_timers_overdue_oldest_seconds',
      help: 'Business time by which the oldest overdue timer is late',
      registers,
    });
    const counts = () => this.timers.counts();
    new Gauge({
      name: 'sanshe_timers',
      help: 'Timers that are armed, those of them that are due within a day, and those whose time has passed',
      labelNames: ['state'],
      registers,
      async collect() {
        const { armed, due, overdue, oldestMs } = await counts();
        this.set({ state: 'armed' }, armed);
        this.set({ state: 'due' }, due);
        this.set({ state: 'overdue' }, overdue);
        oldest.set(oldestMs / 1000);
      },
    });
  }
}
