import { Injectable } from '@nestjs/common';
import { type EffectContext, type EffectHandler, type EffectInput, HandlesEffect } from '#libs/engine';
import { OpinionRecorder } from '../opinion/opinion.recorder.js';

@Injectable()
@HandlesEffect('budgeting.recordOpinion')
export class RecordBudgetOpinionEffect implements EffectHandler {
  constructor(private readonly opinions: OpinionRecorder) {}

  async apply(input: EffectInput, context: EffectContext): Promise<void> {
    const opinion = input.nested('opinion').text('opinion');
    const who = { level: input.text('level'), outcome: input.text('outcome') };
    await this.opinions.record(context, { ...who, opinion, approvedTotal: null });
  }
}
