import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { METRICS } from '#libs/platform';
import { Gauge, Registry } from 'prom-client';
import { AlarmQueue } from '../alarms/alarm.queue.js';
import { IncidentRepository } from '../incidents/incident.repository.js';
import { OutboxRepository } from '../relay/outbox.repository.js';

/** How deep the queues are, read when Prometheus asks. */
@Injectable()
export class QueueGauges implements OnModuleInit {
  constructor(
    @Inject(METRICS) private readonly registry: Registry,
    private readonly queue: AlarmQueue,
    private readonly outbox: OutboxRepository,
    private readonly incidents: IncidentRepository,
  ) {}

  onModuleInit(): void {
    this.gauge('sanshe_queue_jobs', 'Alarms in Redis by state; none while Redis is away', () =>
      this.queue.isReachable ? this.queue.counts() : Promise.resolve({}),
    );
    this.gauge('sanshe_outbox_waiting', 'Messages that have not left: pending, or dead until somebody looks', () =>
      this.outbox.counts(),
    );
    this.gauge('sanshe_incidents', 'Incidents by state', async () => ({ open: await this.incidents.openCount() }));
  }

  private gauge(name: string, help: string, read: () => Promise<Readonly<Record<string, number>>>): void {
    const registers = [this.registry];
    new Gauge({
      name,
      help,
      labelNames: ['state'],
      registers,
      async collect() {
        this.reset();
        for (const [state, count] of Object.entries(await read())) this.set({ state }, count);
      },
    });
  }
}
