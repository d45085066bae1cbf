import { Injectable } from '@nestjs/common';
import { type EffectContext, type EffectHandler, type EffectInput, HandlesEffect } from '#libs/engine';
import { AwardEntity } from '../award/award.entity.js';
import { UnknownResponseError } from '../award/award.error.js';
import { ResponseEntity } from '../response/response.entity.js';
import { RoundEntity } from '../round/round.entity.js';

/** `procurement.award` {candidate, responseId, silent}: the response that the purchaser confirmed. */
@Injectable()
@HandlesEffect('procurement.award')
export class AwardEffect implements EffectHandler {
  async apply(input: EffectInput, context: EffectContext): Promise<void> {
    const { manager, rootId, instanceId, at } = context;
    const responseId = input.integer('responseId');
    const response = await manager.findOneBy(ResponseEntity, { id: responseId, instanceId });
    if (!response) throw new UnknownResponseError(responseId);
    await manager.insert(AwardEntity, {
      id: context.nextId(),
      rootId,
      instanceId,
      responseId,
      organisationId: response.organisationId,
      candidate: input.integer('candidate'),
      price: response.price,
      isSilent: input.flag('silent') ? 1 : 0,
      awardedAt: at,
    });
    await manager.update(RoundEntity, { instanceId }, { status: 'awarded', closedAt: at });
  }
}
