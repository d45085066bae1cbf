import { Injectable } from '@nestjs/common';
import { ProvidesView, type ReadView, type ViewRequest } from '#libs/engine';
import type { Json } from '#libs/kernel';
import { InstalmentEntity, type InstalmentStatus } from '../instalment/instalment.entity.js';

/** `projects.instalments`: how far payment has come; `nextNumber` is 0 when all are paid. */
@Injectable()
@ProvidesView('projects.instalments')
export class InstalmentStateView implements ReadView {
  async load({ manager, rootId }: ViewRequest): Promise<Json> {
    const all = await manager.find(InstalmentEntity, { where: { rootId }, order: { number: 'ASC' } });
    const count = (status: InstalmentStatus) => all.filter((instalment) => instalment.status === status).length;
    const next = all.find((instalment) => instalment.status !== 'paid');
    return {
      count: all.length,
      planned: count('planned'),
      claimed: count('claimed'),
      approved: count('approved'),
      paid: count('paid'),
      nextNumber: next?.number ?? 0,
      nextAmount: next?.amount ?? 0,
      items: all.map(({ number, amount, condition, status }) => ({ number, amount, condition, status })),
    };
  }
}
