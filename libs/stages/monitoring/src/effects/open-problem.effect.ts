import { Injectable } from '@nestjs/common';
import { type EffectContext, type EffectHandler, type EffectInput, HandlesEffect } from '#libs/engine';
import { ProblemEntity } from '../problem/problem.entity.js';
import { RectificationTooLongError } from '../problem/problem.error.js';

/** `monitoring.openProblem` {notice, rectifyBy, longest}: the rectification notice is issued. */
@Injectable()
@HandlesEffect('monitoring.openProblem')
export class OpenProblemEffect implements EffectHandler {
  async apply(input: EffectInput, context: EffectContext): Promise<void> {
    const { manager, rootId, instanceId, at } = context;
    const form = input.nested('notice');
    const days = form.integer('days');
    const longest = input.integer('longest');
    if (days > longest) throw new RectificationTooLongError(days, longest);
    await manager.insert(ProblemEntity, {
      id: context.nextId(),
      rootId,
      instanceId,
      documentNumber: form.text('documentNumber'),
      problem: form.text('problem'),
      basis: form.text('basis'),
      requirement: form.text('requirement'),
      rectifyBy: input.text('rectifyBy'),
      status: 'open',
      issuedAt: at,
    });
  }
}
