import { Injectable } from '@nestjs/common';
import { type EffectContext, type EffectHandler, type EffectInput, HandlesEffect } from '#libs/engine';
import { LedgerService } from '../ledger/ledger.service.js';

/** A payment that is no instalment of the contract. */
@Injectable()
@HandlesEffect('ledger.pay')
export class PayFundsEffect implements EffectHandler {
  constructor(private readonly ledger: LedgerService) {}

  async apply(input: EffectInput, context: EffectContext): Promise<void> {
    await this.ledger.pay(context, input.integer('amount'), input.text('documentNo'));
  }
}
