import { Injectable } from '@nestjs/common';
import { actingPerson, type EffectContext, type EffectHandler, type EffectInput, HandlesEffect } from '#libs/engine';
import { ReportEntity } from '../report/report.entity.js';

/** `monitoring.recordReport` {report, periodEnd}: a monthly report as submitted. */
@Injectable()
@HandlesEffect('monitoring.recordReport')
export class RecordReportEffect implements EffectHandler {
  async apply(input: EffectInput, context: EffectContext): Promise<void> {
    const { manager, rootId, instanceId, at } = context;
    const form = input.nested('report');
    await manager.insert(ReportEntity, {
      id: context.nextId(),
      rootId,
      instanceId,
      periodEnd: input.text('periodEnd'),
      activities: form.integer('activities'),
      people: form.integer('people'),
      minutes: form.integer('minutes'),
      spent: form.integer('spent'),
      progress: form.text('progress'),
      status: 'submitted',
      submittedBy: actingPerson(context).userId,
      submittedAt: at,
    });
  }
}
