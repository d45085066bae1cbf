import { DefectError } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import { CriterionEntity } from './criterion.entity.js';
import { NeedEntity } from './need.entity.js';

/** The need in force with its criteria in order. */
export interface NeedInForce {
  readonly need: NeedEntity;
  readonly criteria: readonly CriterionEntity[];
}

export async function findNeed(manager: EntityManager, instanceId: number): Promise<NeedInForce | null> {
  const need = await manager.findOne(NeedEntity, { where: { instanceId }, order: { id: 'DESC' } });
  if (!need) return null;
  const criteria = await manager.find(CriterionEntity, { where: { needId: need.id }, order: { position: 'ASC' } });
  return { need, criteria };
}

export async function needInForce(manager: EntityManager, instanceId: number): Promise<NeedInForce> {
  const found = await findNeed(manager, instanceId);
  if (!found) throw new NeedMissingError(instanceId);
  return found;
}

/** Thrown when a definition reads the need before `procurement.recordNeed`; whoever wrote it can cure it. */
export class NeedMissingError extends DefectError {
  constructor(instanceId: number) {
    super({
      code: 'procurement.need-missing',
      zh: '流程定义在登记采购需求之前使用了采购需求。',
      en: 'The definition uses the need before it was recorded.',
      details: { instanceId },
    });
  }
}
