import { Injectable } from '@nestjs/common';
import { type EffectContext, type EffectHandler, type EffectInput, HandlesEffect } from '#libs/engine';
import { PanelService } from '../panel/panel.service.js';

/** `procurement.replaceMember` {relation, role, reason}: the acting member steps back, another is drawn. */
@Injectable()
@HandlesEffect('procurement.replaceMember')
export class ReplaceMemberEffect implements EffectHandler {
  constructor(private readonly panel: PanelService) {}

  async apply(input: EffectInput, context: EffectContext): Promise<void> {
    const pool = { relation: input.text('relation'), role: input.text('role') };
    await this.panel.replace(context, pool, input.text('reason'));
  }
}
