import { Injectable } from '@nestjs/common';
import { type EffectContext, type EffectHandler, type EffectInput, HandlesEffect } from '#libs/engine';
import { ContractService } from '../contract/contract.service.js';
import type { ContractTerms } from '../contract/contract.terms.js';

@Injectable()
@HandlesEffect('contract.sign')
export class SignContractEffect implements EffectHandler {
  constructor(private readonly contracts: ContractService) {}

  async apply(input: EffectInput, context: EffectContext): Promise<void> {
    await this.contracts.sign(context, termsOf(input));
  }
}

function termsOf(input: EffectInput): ContractTerms {
  return {
    number: input.text('number'),
    contractor: input.integer('contractor'),
    amount: input.integer('amount'),
    signedOn: input.text('signedOn'),
    serviceFrom: input.text('serviceFrom'),
    serviceTo: input.text('serviceTo'),
    instalments: input.items('instalments').map((item) => ({
      number: item.integer('number'),
      amount: item.integer('amount'),
      condition: item.text('condition'),
    })),
  };
}
