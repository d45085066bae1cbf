import { Injectable } from '@nestjs/common';
import { type EffectContext, type EffectHandler, type EffectInput, HandlesEffect } from '#libs/engine';
import { IsNull } from 'typeorm';
import { AwardEntity } from '../award/award.entity.js';
import { RoundEntity } from '../round/round.entity.js';

/** `procurement.revokeAward` {reason}: the winner refuses to sign; the next in rank may be confirmed. */
@Injectable()
@HandlesEffect('procurement.revokeAward')
export class RevokeAwardEffect implements EffectHandler {
  async apply(input: EffectInput, { manager, instanceId, at }: EffectContext): Promise<void> {
    const change = { revokedAt: at, revokeReason: input.text('reason') };
    await manager.update(AwardEntity, { instanceId, revokedAt: IsNull() }, change);
    await manager.update(RoundEntity, { instanceId }, { status: 'opened', closedAt: null });
  }
}
