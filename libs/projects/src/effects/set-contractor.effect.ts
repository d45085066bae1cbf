import { Injectable } from '@nestjs/common';
import { type EffectContext, type EffectHandler, type EffectInput, HandlesEffect } from '#libs/engine';
import { ProjectRecorder } from '../project/project.recorder.js';

@Injectable()
@HandlesEffect('project.setContractor')
export class SetContractorEffect implements EffectHandler {
  constructor(private readonly projects: ProjectRecorder) {}

  async apply(input: EffectInput, context: EffectContext): Promise<void> {
    await this.projects.setContractor(context, input.integer('organisation'), input.optionalInteger('amount'));
  }
}
