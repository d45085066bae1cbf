import { Injectable } from '@nestjs/common';
import { IncidentRepository } from '../incidents/incident.repository.js';
import { OutboxRepository } from '../relay/outbox.repository.js';
import { type SendingCounts, SendingRepository } from '../sending/sending.repository.js';

/** What waits to be handed on, and what could not be. */
export interface DeliveryReport {
  readonly outbox: { readonly pending: number; readonly dead: number };
  /** What leaves the house. */
  readonly sendings: SendingCounts;
  readonly openIncidents: number;
}

@Injectable()
export class DeliveryStatus {
  constructor(
    private readonly outbox: OutboxRepository,
    private readonly sendings: SendingRepository,
    private readonly incidents: IncidentRepository,
  ) {}

  async report(): Promise<DeliveryReport> {
    const [outbox, sendings, openIncidents] = await Promise.all([
      this.outbox.counts(),
      this.sendings.counts(),
      this.incidents.openCount(),
    ]);
    return { outbox, sendings, openIncidents };
  }
}
