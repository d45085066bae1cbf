import { Injectable } from '@nestjs/common';
import { actingPerson, type EffectContext, type EffectHandler, type EffectInput, HandlesEffect } from '#libs/engine';
import { SelfReportEntity } from '../report/self-report.entity.js';

/** `evaluation.recordSelfReport` {report}: what the contractor reports. */
@Injectable()
@HandlesEffect('evaluation.recordSelfReport')
export class RecordSelfReportEffect implements EffectHandler {
  async apply(input: EffectInput, context: EffectContext): Promise<void> {
    const { manager, rootId, instanceId, at } = context;
    const form = input.nested('report');
    await manager.insert(SelfReportEntity, {
      id: context.nextId(),
      rootId,
      instanceId,
      completion: form.text('completion'),
      spent: form.integer('spent'),
      people: form.optionalInteger('people'),
      effects: form.text('effects'),
      deviations: form.text('deviations'),
      submittedBy: actingPerson(context).userId,
      submittedAt: at,
    });
  }
}
