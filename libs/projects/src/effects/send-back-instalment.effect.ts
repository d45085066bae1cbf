import { Injectable } from '@nestjs/common';
import { type EffectContext, type EffectHandler, type EffectInput, HandlesEffect } from '#libs/engine';
import { InstalmentService } from '../instalment/instalment.service.js';

@Injectable()
@HandlesEffect('instalment.sendBack')
export class SendBackInstalmentEffect implements EffectHandler {
  constructor(private readonly instalments: InstalmentService) {}

  async apply(input: EffectInput, context: EffectContext): Promise<void> {
    await this.instalments.sendBack(context, input.integer('number'));
  }
}
