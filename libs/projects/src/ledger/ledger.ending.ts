import { Injectable } from '@nestjs/common';
import { IsNull, Like } from 'typeorm';
import type { LedgerContext } from './ledger.entry.js';
import { FundsExceededError } from './ledger.error.js';
import { LedgerService } from './ledger.service.js';
import { PostingEntity } from './posting.entity.js';
import { PostingRepository } from './posting.repository.js';

/** Marks the postings of one ending, so that a case that is woken can take back exactly those. */
const MARK = 'ended@';

/** What happens to a project's money when its case ends before its time, and when it is woken. */
@Injectable()
export class LedgerEnding {
  constructor(
    private readonly ledger: LedgerService,
    private readonly rows: PostingRepository,
  ) {}

  /** Everything approved and not paid goes back to its accounts. */
  async giveAllBack(context: LedgerContext): Promise<void> {
    const documentNo = `${MARK}${context.at.toISOString()}`;
    const balances = await this.rows.balances(context.manager, context.rootId);
    if (balances.some(({ approved, released }) => approved > released)) await this.ledger.release(context, documentNo);
    const unspent = balances.reduce((sum, { approved, paid, returned }) => sum + approved - paid - returned, 0);
    if (unspent > 0) await this.ledger.giveBack(context, documentNo);
  }

  /** Takes back what the last ending posted; refused when the accounts do not hold it any more. */
  async takeAgain(context: LedgerContext): Promise<void> {
    const { manager, rootId } = context;
    const marked = await manager.find(PostingEntity, {
      where: { rootId, documentNo: Like(`${MARK}%`), reversesId: IsNull() },
      order: { id: 'DESC' },
    });
    const last = marked.filter(({ documentNo }) => documentNo === marked[0]?.documentNo);
    const accounts = await this.rows.lockAccounts(
      manager,
      last.map(({ accountId }) => accountId),
    );
    for (const posting of last) {
      const account = accounts.get(posting.accountId);
      const free = account ? account.amount - account.approved + account.returned : 0;
      if (account && posting.kind === 'returned' && posting.amount > free) {
        throw new FundsExceededError(account, posting.amount, free);
      }
      await this.rows.reverse(context, posting);
    }
  }
}
