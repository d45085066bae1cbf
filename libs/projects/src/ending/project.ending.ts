import { Injectable } from '@nestjs/common';
import { type EndingContext, type EndingHandler, HandlesEnding } from '#libs/engine';
import { LedgerEnding } from '../ledger/ledger.ending.js';
import { ProjectEntity } from '../project/project.entity.js';

/** 撤销、终止、作废 and 唤醒 of a project: its row says so, and the money that nobody has earned goes back. */
@Injectable()
@HandlesEnding('projects')
export class ProjectEnding implements EndingHandler {
  constructor(private readonly ledger: LedgerEnding) {}

  async ended(context: EndingContext): Promise<void> {
    const change = { status: 'stopped', endedAt: context.at } as const;
    const { affected } = await context.manager.update(
      ProjectEntity,
      { rootId: context.rootId, status: 'open' },
      change,
    );
    if (affected) await this.ledger.giveAllBack(context);
  }

  async woken(context: EndingContext): Promise<void> {
    const change = { status: 'open', endedAt: null } as const;
    const key = { rootId: context.rootId, status: 'stopped' } as const;
    const { affected } = await context.manager.update(ProjectEntity, key, change);
    if (affected) await this.ledger.takeAgain(context);
  }
}
