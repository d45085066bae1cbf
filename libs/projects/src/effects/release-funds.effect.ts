import { Injectable } from '@nestjs/common';
import { type EffectContext, type EffectHandler, type EffectInput, HandlesEffect } from '#libs/engine';
import { LedgerService } from '../ledger/ledger.service.js';

@Injectable()
@HandlesEffect('ledger.release')
export class ReleaseFundsEffect implements EffectHandler {
  constructor(private readonly ledger: LedgerService) {}

  async apply(input: EffectInput, context: EffectContext): Promise<void> {
    await this.ledger.release(context, input.text('documentNo'));
  }
}
