import { Injectable } from '@nestjs/common';
import { HandlesOutbox, type OutboxDelivery, type OutboxHandler } from '#libs/engine';
import { SystemClock } from '#libs/platform';
import { RecipientFinder } from '../escalation/recipient.finder.js';
import { IncidentRepository } from '../incidents/incident.repository.js';
import { FollowUpWriter } from './follow-up.writer.js';
import { idIn } from './payload.js';
import { OpenTaskReader } from './open-task.reader.js';

const REASON = 'held: the due time rests on a provisional date, a person must decide';

/** 暂定: an expiry on a provisional date is held. It becomes an incident, and those who work on the case are warned. */
@Injectable()
@HandlesOutbox('engine.timer-held')
export class TimerHeldHandler implements OutboxHandler {
  constructor(
    private readonly incidents: IncidentRepository,
    private readonly tasks: OpenTaskReader,
    private readonly recipients: RecipientFinder,
    private readonly writer: FollowUpWriter,
    private readonly clock: SystemClock,
  ) {}

  async deliver(delivery: OutboxDelivery): Promise<void> {
    const timerId = idIn(delivery, 'timer');
    const { rootId } = delivery;
    await this.incidents.open({
      subject: 'timer',
      subjectId: timerId,
      rootId,
      reason: REASON,
      attempts: 0,
      at: this.clock.now(),
    });
    for (const { owners, openedAt: _, ...facts } of await this.tasks.openTasksBesideTimer(timerId)) {
      await this.writer.tell(delivery, {
        ...facts,
        kind: 'warning',
        level: null,
        origin: `held-${timerId}-${facts.taskId}`,
        isProvisional: true,
        responsible: this.recipients.namesOf(owners),
        userIds: this.recipients.ofOwners(owners),
        at: delivery.at,
      });
    }
  }
}
