import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ProjectEntity } from '../project/project.entity.js';
import { UnknownProjectError } from '../project/project.error.js';
import type { BalanceEntity } from './balance.entity.js';
import { type AccountShare, distribute, mergeShares } from './distribute.js';
import type { FundAccountEntity } from './fund-account.entity.js';
import type { LedgerContext } from './ledger.entry.js';
import { FundsExceededError, LedgerRoomError, NothingToReleaseError, UnknownFundAccountError } from './ledger.error.js';
import { PostingRepository } from './posting.repository.js';

type Drawn = 'committed' | 'paid' | 'returned';

/**
 * The funds ledger: approved ≤ free in the account, released ≤ approved, committed ≤ released, paid ≤ committed.
 * Money of several sources is drawn in order of accounts. All amounts in fen.
 */
@Injectable()
export class LedgerService {
  constructor(private readonly rows: PostingRepository) {}

  /** 批复: takes money of fund accounts for the project; of racing sign-offs only those that fit go through. */
  async approve(context: LedgerContext, allocations: readonly AccountShare[], documentNo: string): Promise<void> {
    const shares = mergeShares(allocations);
    const project = await this.projectOf(context);
    const accounts = await this.rows.lockAccounts(
      context.manager,
      shares.map((share) => share.accountId),
    );
    for (const share of shares) assertFree(accounts.get(share.accountId), share, project.purchaserId);
    for (const share of shares) await this.rows.moveAccount(context.manager, 'approved', share);
    await this.rows.post(context, 'approved', shares, documentNo);
    const total = shares.reduce((sum, share) => sum + share.amount, 0);
    await context.manager.increment(ProjectEntity, { rootId: context.rootId }, 'approvedAmount', total);
  }

  /** 下达: releases all that is approved and not yet released. */
  async release(context: LedgerContext, documentNo: string): Promise<void> {
    const balances = await this.rows.balances(context.manager, context.rootId);
    const shares = sharesOf(balances, (balance) => balance.approved - balance.released);
    if (shares.length === 0) throw new NothingToReleaseError();
    await this.rows.post(context, 'released', shares, documentNo);
  }

  /** 合同占用. */
  async commit(context: LedgerContext, amount: number, documentNo: string): Promise<void> {
    await this.draw(context, 'committed', amount, documentNo);
  }

  /** 支付. */
  async pay(context: LedgerContext, amount: number, documentNo: string): Promise<void> {
    await this.draw(context, 'paid', amount, documentNo);
  }

  /** 收回: unspent money goes back to its accounts, first freed from what the contract still holds. */
  async giveBack(context: LedgerContext, documentNo: string, amount: number | null = null): Promise<number> {
    const balances = await this.rows.balances(context.manager, context.rootId);
    const unspent = sharesOf(balances, roomOf.returned);
    const total = unspent.reduce((sum, share) => sum + share.amount, 0);
    const shares = distribute(
      amount ?? total,
      unspent.map(({ accountId, amount: room }) => ({ accountId, room })),
    );
    if (!shares) throw new LedgerRoomError('returned', amount ?? total, total);
    await this.rows.lockAccounts(
      context.manager,
      shares.map((share) => share.accountId),
    );
    await this.rows.post(context, 'committed', uncommitted(balances, shares), documentNo);
    await this.rows.post(context, 'returned', shares, documentNo);
    for (const share of shares) await this.rows.moveAccount(context.manager, 'returned', share);
    return shares.reduce((sum, share) => sum + share.amount, 0);
  }

  /** Refuses accounts that are not the project's purchaser's, naming the field. */
  async assertAccounts(context: LedgerContext, accounts: readonly { id: number; field: string }[]): Promise<void> {
    const project = await this.projectOf(context);
    const own = await this.ownAccounts(context.manager, project.purchaserId);
    const stranger = accounts.find((account) => !own.has(account.id));
    if (stranger) throw new UnknownFundAccountError(stranger.id, stranger.field);
  }

  private async draw(
    context: LedgerContext,
    kind: Exclude<Drawn, 'returned'>,
    amount: number,
    documentNo: string,
  ): Promise<void> {
    const balances = await this.rows.balances(context.manager, context.rootId);
    const rooms = balances.map((balance) => ({ accountId: balance.accountId, room: roomOf[kind](balance) }));
    const shares = amount > 0 ? distribute(amount, rooms) : null;
    if (!shares)
      throw new LedgerRoomError(
        kind,
        amount,
        rooms.reduce((sum, { room }) => sum + room, 0),
      );
    await this.rows.post(context, kind, shares, documentNo);
  }

  private async projectOf(context: LedgerContext): Promise<ProjectEntity> {
    const project = await context.manager.findOneBy(ProjectEntity, { rootId: context.rootId });
    if (!project) throw new UnknownProjectError(context.rootId);
    return project;
  }

  private async ownAccounts(manager: EntityManager, purchaserId: number): Promise<Set<number>> {
    const rows: { id: number }[] = await manager.query('SELECT id FROM projects_fund_account WHERE purchaser_id = ?', [
      purchaserId,
    ]);
    return new Set(rows.map((row) => row.id));
  }
}

const roomOf: Readonly<Record<Drawn, (balance: BalanceEntity) => number>> = {
  committed: (balance) => balance.released - balance.returned - balance.committed,
  paid: (balance) => balance.committed - balance.paid,
  returned: (balance) => balance.released - balance.returned - balance.paid,
};

function sharesOf(balances: readonly BalanceEntity[], amountOf: (balance: BalanceEntity) => number): AccountShare[] {
  return mergeShares(balances.map((balance) => ({ accountId: balance.accountId, amount: amountOf(balance) })));
}

/** Negative shares that take out of commitment what is given back and was committed. */
function uncommitted(balances: readonly BalanceEntity[], returned: readonly AccountShare[]): AccountShare[] {
  return mergeShares(
    returned.map(({ accountId, amount }) => {
      const balance = balances.find((candidate) => candidate.accountId === accountId);
      const uncommittedRoom = balance ? roomOf.committed(balance) : 0;
      return { accountId, amount: -Math.max(amount - uncommittedRoom, 0) };
    }),
  );
}

function assertFree(account: FundAccountEntity | undefined, share: AccountShare, purchaserId: number): void {
  if (account?.purchaserId !== purchaserId) throw new UnknownFundAccountError(share.accountId);
  const free = account.amount - account.approved + account.returned;
  if (share.amount > free) throw new FundsExceededError(account, share.amount, free);
}
