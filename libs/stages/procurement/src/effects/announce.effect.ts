import { Injectable } from '@nestjs/common';
import { type EffectContext, type EffectHandler, type EffectInput, HandlesEffect } from '#libs/engine';
import { RoundEntity } from '../round/round.entity.js';

/** `procurement.announce` {number, title, ceilingPrice}: from now on suppliers find the round and may respond. */
@Injectable()
@HandlesEffect('procurement.announce')
export class AnnounceEffect implements EffectHandler {
  async apply(input: EffectInput, { manager, instanceId, rootId, at }: EffectContext): Promise<void> {
    await manager.insert(RoundEntity, {
      instanceId,
      rootId,
      number: input.text('number'),
      title: input.text('title'),
      ceilingPrice: input.integer('ceilingPrice'),
      status: 'announced',
      announcedAt: at,
    });
  }
}
