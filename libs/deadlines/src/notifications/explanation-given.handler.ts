import { Injectable } from '@nestjs/common';
import { HandlesOutbox, type OutboxDelivery, type OutboxHandler } from '#libs/engine';
import { LetterSentTeller } from './letter-sent.teller.js';

/** 书面说明: the post that asked is told. */
@Injectable()
@HandlesOutbox('engine.explanation-given')
export class ExplanationGivenHandler implements OutboxHandler {
  constructor(private readonly teller: LetterSentTeller) {}

  deliver(delivery: OutboxDelivery): Promise<void> {
    return this.teller.tell(delivery, 'explained');
  }
}
