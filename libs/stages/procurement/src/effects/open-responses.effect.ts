import { Injectable } from '@nestjs/common';
import { type EffectContext, type EffectHandler, type EffectInput, HandlesEffect } from '#libs/engine';
import { ResponseEntity } from '../response/response.entity.js';
import { RoundEntity } from '../round/round.entity.js';

/** `procurement.openResponses`: the seals are broken; prices and documents may be read from now on. */
@Injectable()
@HandlesEffect('procurement.openResponses')
export class OpenResponsesEffect implements EffectHandler {
  async apply(_input: EffectInput, context: EffectContext): Promise<void> {
    const { manager, instanceId, at } = context;
    await manager.update(RoundEntity, { instanceId }, { status: 'opened', openedAt: at });
    const responses = await manager.findBy(ResponseEntity, { instanceId });
    context.bindAttachments(responses.map(({ documentId }) => documentId));
  }
}
