import { Injectable } from '@nestjs/common';
import { HandlesOutbox, type OutboxDelivery, type OutboxHandler } from '#libs/engine';
import { LetterSentTeller } from './letter-sent.teller.js';

/** 要求书面说明: those supervised are told. */
@Injectable()
@HandlesOutbox('engine.explanation-asked')
export class ExplanationAskedHandler implements OutboxHandler {
  constructor(private readonly teller: LetterSentTeller) {}

  deliver(delivery: OutboxDelivery): Promise<void> {
    return this.teller.tell(delivery, 'asked');
  }
}
