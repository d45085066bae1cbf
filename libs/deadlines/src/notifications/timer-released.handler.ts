import { Injectable } from '@nestjs/common';
import { HandlesOutbox, type OutboxDelivery, type OutboxHandler } from '#libs/engine';
import { SystemClock } from '#libs/platform';
import { IncidentRepository } from '../incidents/incident.repository.js';
import { idIn } from './payload.js';

/** A holiday notice has confirmed the date on which a held deadline rests: the incident about it is over. */
@Injectable()
@HandlesOutbox('engine.timer-released')
export class TimerReleasedHandler implements OutboxHandler {
  constructor(
    private readonly incidents: IncidentRepository,
    private readonly clock: SystemClock,
  ) {}

  deliver(delivery: OutboxDelivery): Promise<void> {
    return this.incidents.resolve('timer', idIn(delivery, 'timer'), this.clock.now());
  }
}
