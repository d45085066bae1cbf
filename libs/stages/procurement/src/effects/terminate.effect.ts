import { Injectable } from '@nestjs/common';
import { type EffectContext, type EffectHandler, type EffectInput, HandlesEffect } from '#libs/engine';
import { RoundEntity } from '../round/round.entity.js';

/** `procurement.terminate` {reason}: the round ends without an award. */
@Injectable()
@HandlesEffect('procurement.terminate')
export class TerminateEffect implements EffectHandler {
  async apply(input: EffectInput, { manager, instanceId, at }: EffectContext): Promise<void> {
    const change = { status: 'failed' as const, closedAt: at, closeReason: input.text('reason') };
    await manager.update(RoundEntity, { instanceId }, change);
  }
}
