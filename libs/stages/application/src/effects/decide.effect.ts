import { Injectable } from '@nestjs/common';
import { type EffectContext, type EffectHandler, type EffectInput, HandlesEffect } from '#libs/engine';
import { DecisionEntity } from '../decision/decision.entity.js';

@Injectable()
@HandlesEffect('application.decide')
export class DecideEffect implements EffectHandler {
  async apply(input: EffectInput, context: EffectContext): Promise<void> {
    const form = input.nested('decision');
    await context.manager.insert(DecisionEntity, {
      id: context.nextId(),
      rootId: context.rootId,
      outcome: input.text('outcome'),
      opinion: form.text('opinion'),
      documentNo: form.text('documentNo'),
      decidedOn: form.text('decidedOn'),
      attachmentId: form.optionalInteger('minutes'),
      userId: context.actor?.userId ?? null,
      at: context.at,
    });
  }
}
