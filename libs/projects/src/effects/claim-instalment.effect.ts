import { Injectable } from '@nestjs/common';
import { type EffectContext, type EffectHandler, type EffectInput, HandlesEffect } from '#libs/engine';
import { InstalmentService } from '../instalment/instalment.service.js';

@Injectable()
@HandlesEffect('instalment.claim')
export class ClaimInstalmentEffect implements EffectHandler {
  constructor(private readonly instalments: InstalmentService) {}

  async apply(input: EffectInput, context: EffectContext): Promise<void> {
    await this.instalments.claim(context, {
      number: input.integer('number'),
      invoiceNo: input.text('invoiceNo'),
      amount: input.optionalInteger('amount'),
      attachment: input.optionalInteger('attachment'),
    });
  }
}
