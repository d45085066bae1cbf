import { Injectable } from '@nestjs/common';
import { HandlesOutbox, type OutboxDelivery, type OutboxHandler } from '#libs/engine';
import { LetterSentTeller } from './letter-sent.teller.js';

/** 沟通: those to whom it was written are told. */
@Injectable()
@HandlesOutbox('engine.message-sent')
export class MessageSentHandler implements OutboxHandler {
  constructor(private readonly teller: LetterSentTeller) {}

  deliver(delivery: OutboxDelivery): Promise<void> {
    return this.teller.tell(delivery, 'message');
  }
}
