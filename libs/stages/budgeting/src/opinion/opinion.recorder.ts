import { Injectable } from '@nestjs/common';
import type { EffectContext } from '#libs/engine';
import type { EntityManager } from 'typeorm';
import { BudgetEntity } from '../budget/budget.entity.js';
import { BudgetOpinionEntity } from './opinion.entity.js';

export type OpinionInput = Pick<BudgetOpinionEntity, 'level' | 'outcome' | 'opinion' | 'approvedTotal'>;

/** Keeps what each reviewer says to the budget as a whole. */
@Injectable()
export class OpinionRecorder {
  async record(context: EffectContext, opinion: OpinionInput): Promise<number> {
    const { manager, rootId, actor, at } = context;
    const id = context.nextId();
    await manager.insert(BudgetOpinionEntity, {
      id,
      rootId,
      revision: await manager.countBy(BudgetEntity, { rootId }),
      ...opinion,
      organisationId: actor?.organisationId ?? null,
      userId: actor?.userId ?? null,
      at,
    });
    return id;
  }

  async latest(manager: EntityManager, rootId: number, level: string): Promise<BudgetOpinionEntity | null> {
    const where = { rootId, level, outcome: 'agreed' };
    // Ids of different processes are not in order of time; the revision and the time of the command are.
    const [latest] = await manager.find(BudgetOpinionEntity, {
      where,
      order: { revision: 'DESC', at: 'DESC', id: 'DESC' },
      take: 1,
    });
    return latest ?? null;
  }
}
