import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { BalanceEntity } from './balance.entity.js';
import type { AccountShare } from './distribute.js';
import { FundAccountEntity } from './fund-account.entity.js';
import type { LedgerContext } from './ledger.entry.js';
import { PostingEntity, type PostingKind } from './posting.entity.js';

const ZERO: Readonly<Record<PostingKind, number>> = { approved: 0, released: 0, committed: 0, paid: 0, returned: 0 };

/** Rows of the ledger: a posting and the balance it moves are always written together. */
@Injectable()
export class PostingRepository {
  /** Locks fund accounts in order of id, the last in the order of locks (root, children, accounts). */
  async lockAccounts(manager: EntityManager, ids: readonly number[]): Promise<Map<number, FundAccountEntity>> {
    if (ids.length === 0) return new Map();
    const rows = await manager
      .createQueryBuilder(FundAccountEntity, 'account')
      .where('account.id IN (:...ids)', { ids })
      .orderBy('account.id')
      .setLock('pessimistic_write')
      .getMany();
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** Balances of one project by account, locked: the root's lock already keeps others out. */
  balances(manager: EntityManager, rootId: number): Promise<BalanceEntity[]> {
    return manager
      .createQueryBuilder(BalanceEntity, 'balance')
      .where('balance.root_id = :rootId', { rootId })
      .orderBy('balance.account_id')
      .setLock('pessimistic_write')
      .getMany();
  }

  async post(
    context: LedgerContext,
    kind: PostingKind,
    shares: readonly AccountShare[],
    documentNo: string,
  ): Promise<void> {
    for (const { accountId, amount } of shares) {
      await this.move(context, { accountId, amount }, kind);
      await context.manager.insert(PostingEntity, {
        id: context.nextId(),
        rootId: context.rootId,
        accountId,
        kind,
        amount,
        documentNo,
        reversesId: null,
        actorUserId: context.actor?.userId ?? null,
        at: context.at,
      });
    }
  }

  /** A negative line that takes back a whole posting; the account's row must be locked. */
  async reverse(context: LedgerContext, posting: PostingEntity): Promise<void> {
    const { id, accountId, kind, documentNo } = posting;
    const share = { accountId, amount: -posting.amount };
    await this.move(context, share, kind);
    if (kind === 'returned') await this.moveAccount(context.manager, 'returned', share);
    const { rootId, actor, at } = context;
    const entry = { rootId, accountId, kind, amount: share.amount, documentNo, reversesId: id };
    await context.manager.insert(PostingEntity, {
      ...entry,
      id: context.nextId(),
      actorUserId: actor?.userId ?? null,
      at,
    });
  }

  /** Approved and returned money also moves the account's own sums, whose row must be locked. */
  async moveAccount(manager: EntityManager, column: 'approved' | 'returned', share: AccountShare): Promise<void> {
    await manager.increment(FundAccountEntity, { id: share.accountId }, column, share.amount);
  }

  private async move(context: LedgerContext, share: AccountShare, kind: PostingKind): Promise<void> {
    const key = { rootId: context.rootId, accountId: share.accountId };
    const result = await context.manager.increment(BalanceEntity, key, kind, share.amount);
    if (result.affected === 0) {
      await context.manager.insert(BalanceEntity, { ...key, ...ZERO, [kind]: share.amount });
    }
  }
}
