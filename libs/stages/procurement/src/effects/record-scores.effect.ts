import { Injectable } from '@nestjs/common';
import { type EffectContext, type EffectHandler, type EffectInput, HandlesEffect } from '#libs/engine';
import { needInForce } from '../need/need.repository.js';
import { PanelService } from '../panel/panel.service.js';
import { ResponseEntity } from '../response/response.entity.js';
import { ScoreEntity } from '../score/score.entity.js';
import { readSheets } from '../score/score-sheet.js';

/** `procurement.recordScores` {sheets}: the acting member's points for every response, once. */
@Injectable()
@HandlesEffect('procurement.recordScores')
export class RecordScoresEffect implements EffectHandler {
  constructor(private readonly panel: PanelService) {}

  async apply(input: EffectInput, context: EffectContext): Promise<void> {
    const { manager, rootId, instanceId, at } = context;
    const { userId } = await this.panel.acting(context, 'declared');
    const responses = await manager.findBy(ResponseEntity, { instanceId });
    const { criteria } = await needInForce(manager, instanceId);
    const lines = readSheets(
      input.items('sheets'),
      responses.map(({ id }) => id),
      criteria,
    );
    await manager.insert(
      ScoreEntity,
      lines.map((line) => ({ id: context.nextId(), rootId, instanceId, userId, scoredAt: at, ...line })),
    );
  }
}
