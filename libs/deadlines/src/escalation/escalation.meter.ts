import { Inject, Injectable } from '@nestjs/common';
import { METRICS } from '#libs/platform';
import { Counter, Registry } from 'prom-client';

/** Rungs that have fired, for Prometheus; counted after their commit. */
@Injectable()
export class EscalationMeter {
  private readonly count: Counter<'level' | 'outcome'>;

  constructor(@Inject(METRICS) registry: Registry) {
    this.count = new Counter({
      name: 'sanshe_escalations_total',
      help: 'Rungs of ladders that fired, by level: people were told, or the post was vacant',
      labelNames: ['level', 'outcome'],
      registers: [registry],
    });
  }

  escalated(level: string, isVacant: boolean): void {
    this.count.inc({ level, outcome: isVacant ? 'vacant' : 'told' });
  }
}
