import { Injectable } from '@nestjs/common';
import { type EffectContext, type EffectHandler, type EffectInput, HandlesEffect } from '#libs/engine';
import { ProblemEntity } from '../problem/problem.entity.js';

/** `monitoring.failRecheck` {opinion}: the recheck was not passed; a new notice follows. */
@Injectable()
@HandlesEffect('monitoring.failRecheck')
export class FailRecheckEffect implements EffectHandler {
  async apply(input: EffectInput, { manager, instanceId, at }: EffectContext): Promise<void> {
    const change = { status: 'failed' as const, recheckOpinion: input.text('opinion'), recheckedAt: at };
    await manager.update(ProblemEntity, { instanceId, status: 'reported' }, change);
  }
}
