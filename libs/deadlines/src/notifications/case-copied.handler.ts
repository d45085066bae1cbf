import { Injectable } from '@nestjs/common';
import { HandlesOutbox, type OutboxDelivery, type OutboxHandler } from '#libs/engine';
import { LetterSentTeller } from './letter-sent.teller.js';

/** 抄送: those to whom the case was sent are told. */
@Injectable()
@HandlesOutbox('engine.case-copied')
export class CaseCopiedHandler implements OutboxHandler {
  constructor(private readonly teller: LetterSentTeller) {}

  deliver(delivery: OutboxDelivery): Promise<void> {
    return this.teller.tell(delivery, 'copied');
  }
}
