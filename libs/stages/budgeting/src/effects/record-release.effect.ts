import { Injectable } from '@nestjs/common';
import { type EffectContext, type EffectHandler, type EffectInput, HandlesEffect } from '#libs/engine';
import { SignOffRecorder } from '../sign-off/sign-off.recorder.js';

@Injectable()
@HandlesEffect('budgeting.recordRelease')
export class RecordReleaseEffect implements EffectHandler {
  constructor(private readonly signOffs: SignOffRecorder) {}

  async apply(input: EffectInput, context: EffectContext): Promise<void> {
    await this.signOffs.release(context, input.nested('release'));
  }
}
