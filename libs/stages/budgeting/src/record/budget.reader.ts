import { Injectable } from '@nestjs/common';
import { OrganisationDirectory } from '#libs/identity';
import { DataSource, type EntityManager } from 'typeorm';
import { BudgetRepository, type StoredLine } from '../budget/budget.repository.js';
import { BudgetOpinionEntity } from '../opinion/opinion.entity.js';
import { LineOpinionEntity } from '../review/line-opinion.entity.js';
import { SignOffEntity } from '../sign-off/sign-off.entity.js';
import type { BudgetLineView, BudgetOpinionView, BudgetView, SignOffView } from './budget.view.js';

/** Reads what the budgeting stage has recorded. */
@Injectable()
export class BudgetReader {
  private readonly manager: EntityManager;

  constructor(
    dataSource: DataSource,
    private readonly budgets: BudgetRepository,
    private readonly directory: OrganisationDirectory,
  ) {
    this.manager = dataSource.manager;
  }

  async byProject(rootId: number): Promise<BudgetView> {
    const opinions = await this.manager.find(BudgetOpinionEntity, {
      where: { rootId },
      order: { at: 'ASC', id: 'ASC' },
    });
    const documents = await this.manager.find(SignOffEntity, { where: { rootId }, order: { at: 'ASC', id: 'ASC' } });
    return {
      ...(await this.latest(rootId, opinions)),
      opinions: opinions.map((opinion) => this.opinionView(opinion)),
      documents: documents.map((document) => this.documentView(document)),
    };
  }

  private async latest(
    rootId: number,
    opinions: readonly BudgetOpinionEntity[],
  ): Promise<Omit<BudgetView, 'opinions' | 'documents'>> {
    const budget = await this.budgets.findLatest(this.manager, rootId);
    if (!budget) return { revision: 0, total: 0, lines: [], targets: [] };
    const lines = await this.budgets.lines(this.manager, budget.id);
    const targets = await this.budgets.targets(this.manager, budget.id);
    const review = opinions.findLast(
      (opinion) => opinion.approvedTotal !== null && opinion.revision === budget.revision,
    );
    const granted = review ? await this.manager.findBy(LineOpinionEntity, { opinionId: review.id }) : [];
    return {
      revision: budget.revision,
      total: budget.total,
      lines: lines.map((line) =>
        lineView(
          line,
          granted.find((opinion) => opinion.lineId === line.id),
        ),
      ),
      targets: targets.map(({ id: _id, budgetId: _budget, ...shown }) => shown),
    };
  }

  private opinionView({
    id: _id,
    rootId: _root,
    organisationId,
    userId,
    ...shown
  }: BudgetOpinionEntity): BudgetOpinionView {
    const organisationName = organisationId === null ? null : (this.directory.byId(organisationId)?.name ?? null);
    return { ...shown, organisationName, userName: this.userName(userId) };
  }

  private documentView({ id: _id, rootId: _root, userId, ...shown }: SignOffEntity): SignOffView {
    return { ...shown, userName: this.userName(userId) };
  }

  private userName(id: number | null): string | null {
    return id === null ? null : (this.directory.user(id)?.name ?? null);
  }
}

function lineView(line: StoredLine, opinion: LineOpinionEntity | undefined): BudgetLineView {
  const { id: _id, budgetId: _budget, sources, ...shown } = line;
  return {
    ...shown,
    sources: sources.map(({ accountId, amount }) => ({ account: accountId, amount })),
    approvedAmount: opinion?.approvedAmount ?? null,
    reason: opinion?.reason ?? null,
  };
}
