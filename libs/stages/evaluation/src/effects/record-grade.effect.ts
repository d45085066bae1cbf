import { Injectable } from '@nestjs/common';
import { actingPerson, type EffectContext, type EffectHandler, type EffectInput, HandlesEffect } from '#libs/engine';
import { ResultEntity } from '../result/result.entity.js';

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
      decidedBy: actingPerson(context).userId,
      decidedAt: at,
    });
  }
}
