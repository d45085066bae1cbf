import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type HealthFinding, HealthRegistry } from '#libs/platform';
import { AlarmQueue } from '../alarms/alarm.queue.js';
import { IncidentRepository } from '../incidents/incident.repository.js';
import { Sweeper } from '../sweeping/sweeper.js';

/** Says when deadlines are served worse than they should be. Without Redis they still fire, within a sweep. */
@Injectable()
export class DeadlineHealth implements OnModuleInit {
  constructor(
    private readonly health: HealthRegistry,
    private readonly sweeper: Sweeper,
    private readonly queue: AlarmQueue,
    private readonly incidents: IncidentRepository,
  ) {}

  onModuleInit(): void {
    this.health.register('sweeper', async () =>
      finding(this.sweeper.isBehind(), 'the sweeper has not come round in time'),
    );
    this.health.register('alarms', async () => finding(!this.queue.isReachable, 'Redis is away; the sweeper fires'));
    this.health.register('incidents', async () => {
      const open = await this.incidents.openCount();
      return finding(open > 0, `${open} open`);
    });
  }
}

function finding(isDegraded: boolean, detail: string): HealthFinding {
  return isDegraded ? { status: 'degraded', detail } : { status: 'ok' };
}
