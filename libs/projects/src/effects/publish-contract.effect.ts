import { Injectable } from '@nestjs/common';
import { type EffectContext, type EffectHandler, type EffectInput, HandlesEffect } from '#libs/engine';
import { ContractService } from '../contract/contract.service.js';

@Injectable()
@HandlesEffect('contract.publish')
export class PublishContractEffect implements EffectHandler {
  constructor(private readonly contracts: ContractService) {}

  async apply(input: EffectInput, context: EffectContext): Promise<void> {
    await this.contracts.publish(context, input.text('noticeNo'));
  }
}
