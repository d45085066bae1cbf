import { Injectable } from '@nestjs/common';
import { type EffectHandler, type EffectInput, HandlesEffect } from '#libs/engine';
import { checkDraft } from '../contract/contract-draft.js';

/** `procurement.checkContract` {contract, amount}: refuses a draft that differs from what was awarded. */
@Injectable()
@HandlesEffect('procurement.checkContract')
export class CheckContractEffect implements EffectHandler {
  async apply(input: EffectInput): Promise<void> {
    checkDraft(input.nested('contract'), input.integer('amount'));
  }
}
