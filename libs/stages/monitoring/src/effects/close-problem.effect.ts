import { Injectable } from '@nestjs/common';
import { type EffectContext, type EffectHandler, type EffectInput, HandlesEffect } from '#libs/engine';
import { ProblemEntity } from '../problem/problem.entity.js';

/** `monitoring.closeProblem` {opinion}: the recheck was passed. */
@Injectable()
@HandlesEffect('monitoring.closeProblem')
export class CloseProblemEffect implements EffectHandler {
  async apply(input: EffectInput, { manager, instanceId, at }: EffectContext): Promise<void> {
    const change = { status: 'closed' as const, recheckOpinion: input.text('opinion'), recheckedAt: at };
    await manager.update(ProblemEntity, { instanceId, status: 'reported' }, change);
  }
}
