import { Injectable } from '@nestjs/common';
import { type EffectContext, type EffectHandler, type EffectInput, HandlesEffect } from '#libs/engine';
import { ProjectRecorder } from '../project/project.recorder.js';

@Injectable()
@HandlesEffect('project.grade')
export class GradeProjectEffect implements EffectHandler {
  constructor(private readonly projects: ProjectRecorder) {}

  async apply(input: EffectInput, context: EffectContext): Promise<void> {
    await this.projects.grade(context, input.text('grade'), input.optionalInteger('score'));
  }
}
