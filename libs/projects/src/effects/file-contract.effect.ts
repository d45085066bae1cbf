import { Injectable } from '@nestjs/common';
import { type EffectContext, type EffectHandler, type EffectInput, HandlesEffect } from '#libs/engine';
import { ContractService } from '../contract/contract.service.js';

@Injectable()
@HandlesEffect('contract.file')
export class FileContractEffect implements EffectHandler {
  constructor(private readonly contracts: ContractService) {}

  async apply(input: EffectInput, context: EffectContext): Promise<void> {
    await this.contracts.file(context, input.text('filingNo'));
  }
}
