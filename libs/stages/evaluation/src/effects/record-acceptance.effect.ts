import { Injectable } from '@nestjs/common';
import { localDate } from '#libs/calendar';
import { actingPerson, type EffectContext, type EffectHandler, type EffectInput, HandlesEffect } from '#libs/engine';
import { AcceptanceEntity } from '../acceptance/acceptance.entity.js';
import { AcceptanceDateError } from '../acceptance/acceptance.error.js';
import { AcceptanceItemEntity } from '../acceptance/acceptance-item.entity.js';

/** `evaluation.recordAcceptance` {acceptance}: the result for each standard and the conclusion. */
@Injectable()
@HandlesEffect('evaluation.recordAcceptance')
export class RecordAcceptanceEffect implements EffectHandler {
  async apply(input: EffectInput, context: EffectContext): Promise<void> {
    const { manager, rootId, instanceId, at } = context;
    const form = input.nested('acceptance');
    const acceptedOn = form.text('acceptedOn');
    if (acceptedOn > localDate(at.toISOString())) throw new AcceptanceDateError();
    const id = context.nextId();
    await manager.insert(AcceptanceEntity, {
      id,
      rootId,
      instanceId,
      acceptedOn,
      members: form.text('members'),
      beneficiaries: form.integer('beneficiaries'),
      conclusion: form.text('conclusion'),
      opinion: form.text('opinion'),
      recordedBy: actingPerson(context).userId,
      recordedAt: at,
    });
    const items = form.items('standards').map((item, index) => ({ position: index + 1, ...readItem(item) }));
    await manager.insert(
      AcceptanceItemEntity,
      items.map((item) => ({ id: context.nextId(), acceptanceId: id, ...item })),
    );
  }
}

function readItem(item: EffectInput) {
  return { standard: item.text('standard'), result: item.text('result'), note: item.optionalText('note') };
}
