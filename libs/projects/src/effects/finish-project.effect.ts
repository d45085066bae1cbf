import { Injectable } from '@nestjs/common';
import { type EffectContext, type EffectHandler, type EffectInput, HandlesEffect } from '#libs/engine';
import { ProjectRecorder } from '../project/project.recorder.js';

@Injectable()
@HandlesEffect('project.finish')
export class FinishProjectEffect implements EffectHandler {
  constructor(private readonly projects: ProjectRecorder) {}

  async apply(input: EffectInput, context: EffectContext): Promise<void> {
    await this.projects.finish(context, input.text('result'));
  }
}
