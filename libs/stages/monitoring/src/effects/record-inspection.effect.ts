import { Injectable } from '@nestjs/common';
import { localDate } from '#libs/calendar';
import { actingPerson, type EffectContext, type EffectHandler, type EffectInput, HandlesEffect } from '#libs/engine';
import { InspectionEntity } from '../inspection/inspection.entity.js';
import { DateOutsideError } from '../inspection/inspection.error.js';

/** `monitoring.recordInspection` {inspection}: a visit that has taken place. */
@Injectable()
@HandlesEffect('monitoring.recordInspection')
export class RecordInspectionEffect implements EffectHandler {
  async apply(input: EffectInput, context: EffectContext): Promise<void> {
    const { manager, rootId, instanceId, at } = context;
    const form = input.nested('inspection');
    const inspectedOn = form.text('inspectedOn');
    if (inspectedOn > localDate(at.toISOString())) {
      throw new DateOutsideError('/inspectedOn', '督导日期不得晚于今天', 'the inspection cannot lie in the future');
    }
    await manager.insert(InspectionEntity, {
      id: context.nextId(),
      rootId,
      instanceId,
      inspectedOn,
      place: form.text('place'),
      subject: form.text('subject'),
      ledgerCheck: form.text('ledgerCheck'),
      fundCheck: form.text('fundCheck'),
      conclusion: form.text('conclusion'),
      finding: form.optionalText('finding'),
      inspectedBy: actingPerson(context).userId,
      recordedAt: at,
    });
  }
}
