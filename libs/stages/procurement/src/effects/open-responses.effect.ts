import { Injectable } from '@nestjs/common';
import { type EffectContext, type EffectHandler, type EffectInput, HandlesEffect } from '#libs/engine';
import { RoundEntity } from '../round/round.entity.js';

/** `procurement.openResponses`: the seals are broken; prices may be read from now on. */
@Injectable()
@HandlesEffect('procurement.openResponses')
export class OpenResponsesEffect implements EffectHandler {
  async apply(_input: EffectInput, { manager, instanceId, at }: EffectContext): Promise<void> {
    await manager.update(RoundEntity, { instanceId }, { status: 'opened', openedAt: at });
  }
}
