import { Injectable } from '@nestjs/common';
import { type EffectContext, type EffectHandler, type EffectInput, HandlesEffect } from '#libs/engine';
import { PanelService } from '../panel/panel.service.js';

/** `procurement.drawPanel` {relation, role, size, recordNumber}: draws the members at random and keeps the seed. */
@Injectable()
@HandlesEffect('procurement.drawPanel')
export class DrawPanelEffect implements EffectHandler {
  constructor(private readonly panel: PanelService) {}

  async apply(input: EffectInput, context: EffectContext): Promise<void> {
    await this.panel.draw(context, {
      relation: input.text('relation'),
      role: input.text('role'),
      count: input.integer('size'),
      recordNumber: input.text('recordNumber'),
    });
  }
}
