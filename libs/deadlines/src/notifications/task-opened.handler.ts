import { Injectable } from '@nestjs/common';
import { HandlesOutbox, type OutboxDelivery, type OutboxHandler } from '#libs/engine';
import { RecipientFinder } from '../escalation/recipient.finder.js';
import { FollowUpWriter } from './follow-up.writer.js';
import { idIn } from './payload.js';
import { OpenTaskReader } from './open-task.reader.js';

/** A new task: everybody who has it is told. */
@Injectable()
@HandlesOutbox('engine.task-opened')
export class TaskOpenedHandler implements OutboxHandler {
  constructor(
    private readonly tasks: OpenTaskReader,
    private readonly recipients: RecipientFinder,
    private readonly writer: FollowUpWriter,
  ) {}

  async deliver(delivery: OutboxDelivery): Promise<void> {
    const task = await this.tasks.openTask(idIn(delivery, 'task'));
    if (!task) return;
    const { owners, openedAt, ...facts } = task;
    await this.writer.tell({
      ...facts,
      kind: 'opened',
      level: null,
      origin: `task-${task.taskId}`,
      responsible: this.recipients.namesOf(owners),
      userIds: this.recipients.ofOwners(owners),
      at: openedAt,
    });
  }
}
