import { Injectable } from '@nestjs/common';
import { type EffectContext, type EffectHandler, type EffectInput, HandlesEffect } from '#libs/engine';
import { InstalmentService } from '../instalment/instalment.service.js';

@Injectable()
@HandlesEffect('instalment.approve')
export class ApproveInstalmentEffect implements EffectHandler {
  constructor(private readonly instalments: InstalmentService) {}

  async apply(input: EffectInput, context: EffectContext): Promise<void> {
    await this.instalments.approve(context, input.integer('number'));
  }
}
