import { Injectable } from '@nestjs/common';
import { type EffectContext, type EffectHandler, type EffectInput, HandlesEffect } from '#libs/engine';
import { LedgerService } from '../ledger/ledger.service.js';

@Injectable()
@HandlesEffect('ledger.approve')
export class ApproveFundsEffect implements EffectHandler {
  constructor(private readonly ledger: LedgerService) {}

  async apply(input: EffectInput, context: EffectContext): Promise<void> {
    const allocations = input
      .items('allocations')
      .map((item) => ({ accountId: item.integer('account'), amount: item.integer('amount') }));
    await this.ledger.approve(context, allocations, input.text('documentNo'));
  }
}
