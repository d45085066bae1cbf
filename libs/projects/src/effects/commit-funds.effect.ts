import { Injectable } from '@nestjs/common';
import { type EffectContext, type EffectHandler, type EffectInput, HandlesEffect } from '#libs/engine';
import { LedgerService } from '../ledger/ledger.service.js';

@Injectable()
@HandlesEffect('ledger.commit')
export class CommitFundsEffect implements EffectHandler {
  constructor(private readonly ledger: LedgerService) {}

  async apply(input: EffectInput, context: EffectContext): Promise<void> {
    await this.ledger.commit(context, input.integer('amount'), input.text('documentNo'));
  }
}
