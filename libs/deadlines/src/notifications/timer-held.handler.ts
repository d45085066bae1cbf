import { Injectable } from '@nestjs/common';
import { HandlesOutbox, type OutboxDelivery, type OutboxHandler } from '#libs/engine';
import { SystemClock } from '#libs/platform';
import { RecipientFinder } from '../escalation/recipient.finder.js';
import { IncidentRepository } from '../incidents/incident.repository.js';
import { FollowUpWriter } from './follow-up.writer.js';
import type { Announcement } from './notification.facts.js';
import { idIn } from './payload.js';
import { type OpenTask, OpenTaskReader } from './open-task.reader.js';

const REASON = 'held: the due time rests on a provisional date and nobody has a task beside it; a person must decide';

/** 暂定: an expiry on a provisional date is held. Those who work on the instance are warned; without any it is an incident. */
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
    const warnings = (await this.tasks.openTasksBesideTimer(timerId)).map((task) =>
      this.warning(task, timerId, delivery),
    );
    for (const warning of warnings) await this.writer.tell(warning);
    if (warnings.some((warning) => warning.userIds.length > 0)) return;
    const { rootId } = delivery;
    const at = this.clock.now();
    await this.incidents.open({ subject: 'timer', subjectId: timerId, rootId, reason: REASON, attempts: 0, at });
  }

  private warning({ owners, openedAt: _, ...facts }: OpenTask, timerId: number, { at }: OutboxDelivery): Announcement {
    return {
      ...facts,
      kind: 'warning',
      level: null,
      origin: `held-${timerId}-${facts.taskId}`,
      isProvisional: true,
      responsible: this.recipients.namesOf(owners),
      userIds: this.recipients.ofOwners(owners),
      at,
    };
  }
}
