import { Injectable } from '@nestjs/common';
import { ProvidesView, type ReadView, type ViewRequest } from '#libs/engine';
import type { Json } from '#libs/kernel';
import { MoneyReader } from '../ledger/money.reader.js';
import { ProjectEntity } from '../project/project.entity.js';

/** `projects.ledger`: where the project's money stands, in fen. */
@Injectable()
@ProvidesView('projects.ledger')
export class LedgerStateView implements ReadView {
  constructor(private readonly money: MoneyReader) {}

  async load({ manager, rootId }: ViewRequest): Promise<Json> {
    const project = await manager.findOneBy(ProjectEntity, { rootId });
    return { planned: project?.plannedAmount ?? 0, ...(await this.money.totals(manager, rootId)) };
  }
}
