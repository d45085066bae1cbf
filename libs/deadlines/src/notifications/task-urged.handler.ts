import { Injectable } from '@nestjs/common';
import { HandlesOutbox, type OutboxDelivery, type OutboxHandler } from '#libs/engine';
import { RecipientFinder } from '../escalation/recipient.finder.js';
import { FollowUpWriter } from './follow-up.writer.js';
import { OpenTaskReader } from './open-task.reader.js';
import { idIn } from './payload.js';

/** 催办: everybody who has the task is told, each time. */
@Injectable()
@HandlesOutbox('engine.task-urged')
export class TaskUrgedHandler implements OutboxHandler {
  constructor(
    private readonly tasks: OpenTaskReader,
    private readonly recipients: RecipientFinder,
    private readonly writer: FollowUpWriter,
  ) {}

  async deliver(delivery: OutboxDelivery): Promise<void> {
    const task = await this.tasks.openTask(idIn(delivery, 'task'));
    if (!task) return;
    const { owners, openedAt: _, ...facts } = task;
    await this.writer.tell({
      ...facts,
      kind: 'urged',
      level: null,
      origin: `urged-${delivery.id}`,
      responsible: this.recipients.namesOf(owners),
      userIds: this.recipients.ofOwners(owners),
      at: delivery.at,
    });
  }
}
