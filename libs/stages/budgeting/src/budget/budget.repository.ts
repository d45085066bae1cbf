import { Injectable } from '@nestjs/common';
import type { EffectContext } from '#libs/engine';
import type { EntityManager } from 'typeorm';
import { lineAmount } from './budget.check.js';
import { BudgetEntity } from './budget.entity.js';
import { NoBudgetError } from './budget.error.js';
import type { BudgetInput, LineInput } from './budget.form.js';
import { BudgetLineEntity } from './line.entity.js';
import { LineSourceEntity } from './line-source.entity.js';
import { TargetEntity } from './target.entity.js';

/** A line with its sources. */
export interface StoredLine extends BudgetLineEntity {
  readonly sources: readonly LineSourceEntity[];
}

/** Rows of budgets. */
@Injectable()
export class BudgetRepository {
  async add(context: EffectContext, budget: BudgetInput): Promise<void> {
    const { manager, rootId, actor, at } = context;
    const id = context.nextId();
    const revision = (await manager.countBy(BudgetEntity, { rootId })) + 1;
    const submittedBy = actor?.userId ?? null;
    await manager.insert(BudgetEntity, { id, rootId, revision, total: budget.total, submittedBy, submittedAt: at });
    for (const [index, line] of budget.lines.entries())
      await this.addLine(context, { budgetId: id, number: index + 1 }, line);
    const targets = budget.targets.map((target, index) => ({
      id: context.nextId(),
      budgetId: id,
      number: index + 1,
      ...target,
    }));
    await manager.insert(TargetEntity, targets);
  }

  async latest(manager: EntityManager, rootId: number): Promise<BudgetEntity> {
    const budget = await this.findLatest(manager, rootId);
    if (!budget) throw new NoBudgetError();
    return budget;
  }

  async findLatest(manager: EntityManager, rootId: number): Promise<BudgetEntity | null> {
    const [budget] = await manager.find(BudgetEntity, { where: { rootId }, order: { revision: 'DESC' }, take: 1 });
    return budget ?? null;
  }

  async lines(manager: EntityManager, budgetId: number): Promise<StoredLine[]> {
    const lines = await manager.find(BudgetLineEntity, { where: { budgetId }, order: { number: 'ASC' } });
    const sources = await manager
      .createQueryBuilder(LineSourceEntity, 'source')
      .innerJoin(BudgetLineEntity, 'line', 'line.id = source.line_id')
      .where('line.budget_id = :budgetId', { budgetId })
      .orderBy('source.id')
      .getMany();
    return lines.map((line) => ({ ...line, sources: sources.filter((source) => source.lineId === line.id) }));
  }

  targets(manager: EntityManager, budgetId: number): Promise<TargetEntity[]> {
    return manager.find(TargetEntity, { where: { budgetId }, order: { number: 'ASC' } });
  }

  private async addLine(
    context: EffectContext,
    place: { budgetId: number; number: number },
    line: LineInput,
  ): Promise<void> {
    const { sources, ...fields } = line;
    const lineId = context.nextId();
    await context.manager.insert(BudgetLineEntity, { id: lineId, ...place, ...fields, amount: lineAmount(line) });
    await context.manager.insert(
      LineSourceEntity,
      sources.map(({ account, amount }) => ({ id: context.nextId(), lineId, accountId: account, amount })),
    );
  }
}
