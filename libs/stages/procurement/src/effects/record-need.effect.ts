import { Injectable } from '@nestjs/common';
import { actingPerson, type EffectContext, type EffectHandler, type EffectInput, HandlesEffect } from '#libs/engine';
import { CriterionEntity } from '../need/criterion.entity.js';
import { NeedEntity } from '../need/need.entity.js';
import { CriteriaPointsError, CriterionTwiceError, PriceAboveLimitError } from '../need/need.error.js';

const ALL_POINTS = 100;

/** `procurement.recordNeed` {need, limit, priceWeight}: the need as submitted; refused above the approved budget. */
@Injectable()
@HandlesEffect('procurement.recordNeed')
export class RecordNeedEffect implements EffectHandler {
  async apply(input: EffectInput, context: EffectContext): Promise<void> {
    const form = input.nested('need');
    const priceWeight = input.integer('priceWeight');
    const ceilingPrice = form.integer('ceilingPrice');
    const limit = input.integer('limit');
    if (ceilingPrice > limit) throw new PriceAboveLimitError('/ceilingPrice', ceilingPrice, limit);
    const criteria = readCriteria(form, priceWeight);
    const { manager, rootId, instanceId, at } = context;
    const id = context.nextId();
    await manager.insert(NeedEntity, {
      id,
      rootId,
      instanceId,
      serviceContent: form.text('serviceContent'),
      serviceStandard: form.text('serviceStandard'),
      qualification: form.text('qualification'),
      periodMonths: form.integer('periodMonths'),
      ceilingPrice,
      priceWeight,
      recordedBy: actingPerson(context).userId,
      recordedAt: at,
    });
    await manager.insert(
      CriterionEntity,
      criteria.map((criterion, index) => ({ id: context.nextId(), needId: id, position: index + 1, ...criterion })),
    );
  }
}

function readCriteria(form: EffectInput, priceWeight: number): { name: string; points: number }[] {
  const criteria = form.items('criteria').map((item) => ({ name: item.text('name'), points: item.integer('points') }));
  const names = criteria.map(({ name }) => name);
  const twice = names.findIndex((name, index) => names.indexOf(name) !== index);
  if (twice >= 0) throw new CriterionTwiceError(twice, names[twice] ?? '');
  const sum = criteria.reduce((total, { points }) => total + points, 0);
  if (sum !== ALL_POINTS - priceWeight) throw new CriteriaPointsError(sum, ALL_POINTS - priceWeight);
  return criteria;
}
