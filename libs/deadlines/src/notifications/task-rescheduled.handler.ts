import { Injectable } from '@nestjs/common';
import { HandlesOutbox, type OutboxDelivery, type OutboxHandler } from '#libs/engine';
import { LetterSentTeller } from './letter-sent.teller.js';

/** 改期: those who have the task are told of its new date. */
@Injectable()
@HandlesOutbox('engine.task-rescheduled')
export class TaskRescheduledHandler implements OutboxHandler {
  constructor(private readonly teller: LetterSentTeller) {}

  deliver(delivery: OutboxDelivery): Promise<void> {
    return this.teller.tell(delivery, 'rescheduled');
  }
}
