import { Injectable } from '@nestjs/common';
import { type EffectContext, type EffectHandler, type EffectInput, HandlesEffect } from '#libs/engine';
import { PanelService } from '../panel/panel.service.js';

/** `procurement.declareMember` {statement}: the acting member has nothing that bars them. */
@Injectable()
@HandlesEffect('procurement.declareMember')
export class DeclareMemberEffect implements EffectHandler {
  constructor(private readonly panel: PanelService) {}

  async apply(input: EffectInput, context: EffectContext): Promise<void> {
    await this.panel.declare(context, input.text('statement'));
  }
}
