import { Injectable } from '@nestjs/common';
import { HandlesOutbox, type OutboxDelivery, type OutboxHandler } from '#libs/engine';
import { SystemClock } from '#libs/platform';
import { IncidentRepository } from '../incidents/incident.repository.js';
import { NotificationRepository } from './notification.repository.js';
import { OpenTaskReader } from './open-task.reader.js';
import { idIn } from './payload.js';

const REASON =
  'vacant ladder: the task is overdue and nobody holds any post of its ladder; whoever administers these organisations fills a post, or hands the task over';

/**
 * The last rung of a ladder found its post vacant. Where no rung has reached anybody, operations have to know: the task
 * goes on and may be done at any time, but nobody would be told any more.
 */
@Injectable()
@HandlesOutbox('engine.ladder-vacant')
export class LadderVacantHandler implements OutboxHandler {
  constructor(
    private readonly incidents: IncidentRepository,
    private readonly tasks: OpenTaskReader,
    private readonly notifications: NotificationRepository,
    private readonly clock: SystemClock,
  ) {}

  async deliver(delivery: OutboxDelivery): Promise<void> {
    const { rootId } = delivery;
    const taskId = idIn(delivery, 'task');
    if ((await this.tasks.openTask(taskId)) === null || (await this.notifications.wasEscalated(rootId, taskId))) return;
    await this.incidents.open({
      subject: 'timer',
      subjectId: idIn(delivery, 'timer'),
      rootId,
      reason: REASON,
      attempts: 0,
      at: this.clock.now(),
    });
  }
}
