import { Injectable } from '@nestjs/common';
import { type EffectContext, type EffectHandler, type EffectInput, HandlesEffect } from '#libs/engine';
import { ProjectRecorder } from '../project/project.recorder.js';

/** Puts what an application says into the project's record. */
@Injectable()
@HandlesEffect('project.describe')
export class DescribeProjectEffect implements EffectHandler {
  constructor(private readonly projects: ProjectRecorder) {}

  async apply(input: EffectInput, context: EffectContext): Promise<void> {
    await this.projects.describe(context, {
      category: input.text('category'),
      nature: input.text('nature'),
      level: input.text('level'),
      mode: input.text('mode'),
      townshipCode: input.text('township'),
      villageCode: input.text('village'),
      plannedAmount: input.integer('plannedAmount'),
      serviceFrom: input.text('serviceFrom'),
      serviceTo: input.text('serviceTo'),
    });
  }
}
