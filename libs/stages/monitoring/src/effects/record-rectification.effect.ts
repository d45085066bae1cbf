import { Injectable } from '@nestjs/common';
import { type EffectContext, type EffectHandler, type EffectInput, HandlesEffect } from '#libs/engine';
import { ProblemEntity } from '../problem/problem.entity.js';

/** `monitoring.recordRectification` {report}: what the contractor did about the open problem. */
@Injectable()
@HandlesEffect('monitoring.recordRectification')
export class RecordRectificationEffect implements EffectHandler {
  async apply(input: EffectInput, { manager, instanceId, at }: EffectContext): Promise<void> {
    const form = input.nested('report');
    const change = { measures: form.text('measures'), result: form.text('result'), reportedAt: at };
    await manager.update(ProblemEntity, { instanceId, status: 'open' }, { ...change, status: 'reported' });
  }
}
