import { Injectable } from '@nestjs/common';
import { type EffectContext, type EffectHandler, type EffectInput, HandlesEffect } from '#libs/engine';
import { ProjectRecorder } from '../project/project.recorder.js';

/** First effect of a project's life: makes its record from what the starting officer has entered. */
@Injectable()
@HandlesEffect('project.register')
export class RegisterProjectEffect implements EffectHandler {
  constructor(private readonly projects: ProjectRecorder) {}

  async apply(input: EffectInput, context: EffectContext): Promise<void> {
    await this.projects.register(context, {
      title: input.text('title'),
      purchaserId: input.integer('purchaser'),
      divisionCode: input.text('division'),
      townshipCode: input.optionalText('township'),
      villageCode: input.optionalText('village'),
      method: input.text('method'),
      plannedAmount: input.integer('plannedAmount'),
    });
  }
}
