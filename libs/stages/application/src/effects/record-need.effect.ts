import { Injectable } from '@nestjs/common';
import { type EffectContext, type EffectHandler, type EffectInput, HandlesEffect } from '#libs/engine';
import { NeedRecorder } from '../need/need.recorder.js';

@Injectable()
@HandlesEffect('application.recordNeed')
export class RecordNeedEffect implements EffectHandler {
  constructor(private readonly needs: NeedRecorder) {}

  async apply(input: EffectInput, context: EffectContext): Promise<void> {
    await this.needs.record(context, input.nested('need'));
  }
}
