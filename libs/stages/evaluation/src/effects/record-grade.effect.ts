import { Injectable } from '@nestjs/common';
import { type EffectContext, type EffectHandler, type EffectInput, HandlesEffect } from '#libs/engine';
import { ResultEntity } from '../result/result.entity.js';
import { actorOf } from './acting.js';

/** `evaluation.recordGrade` {grade, score, documentNumber}: the grade as decided. */
@Injectable()
@HandlesEffect('evaluation.recordGrade')
export class RecordGradeEffect implements EffectHandler {
  async apply(input: EffectInput, context: EffectContext): Promise<void> {
    const { manager, rootId, instanceId, at } = context;
    await manager.insert(ResultEntity, {
      instanceId,
      rootId,
      grade: input.text('grade'),
      score: input.integer('score'),
      documentNumber: input.text('documentNumber'),
      decidedBy: actorOf(context).userId,
      decidedAt: at,
    });
  }
}
