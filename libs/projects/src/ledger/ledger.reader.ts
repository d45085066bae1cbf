import { Injectable } from '@nestjs/common';
import { type Caller, OrganisationDirectory, scopeOf } from '#libs/identity';
import { decodeCursor, type Page, type PageQuery, pageOf } from '#libs/platform';
import { DataSource } from 'typeorm';
import { FundAccountEntity } from './fund-account.entity.js';
import type { FundAccountView, PostingView } from './money.view.js';

/** Lists of the ledger: the lines of a project, the accounts of a purchaser. */
@Injectable()
export class LedgerReader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly directory: OrganisationDirectory,
  ) {}

  async postings(rootId: number, query: PageQuery): Promise<Page<PostingView>> {
    const rows = await this.dataSource.query<PostingView[]>(
      `SELECT p.id, p.account_id AS account, a.title AS accountTitle, p.kind, p.amount, p.document_no AS documentNo, p.at
       FROM projects_posting p JOIN projects_fund_account a ON a.id = p.account_id
       WHERE p.root_id = ? AND p.id > ? ORDER BY p.id LIMIT ?`,
      [rootId, afterId(query), query.limit + 1],
    );
    return pageOf(rows, query.limit, (row) => [row.id]);
  }

  /** Accounts of the caller's own organisation, or of all purchasers of the area that it oversees. */
  async accounts(caller: Caller, query: PageQuery): Promise<Page<FundAccountView>> {
    const select = this.dataSource.manager
      .createQueryBuilder(FundAccountEntity, 'account')
      .where('account.id > :after', { after: afterId(query) })
      .orderBy('account.id')
      .limit(query.limit + 1);
    const scope = scopeOf(caller);
    if (scope.kind === 'party') select.andWhere('account.purchaser_id = :id', { id: scope.organisationId });
    if (scope.kind === 'division')
      select.andWhere('account.division_code LIKE :prefix', { prefix: `${scope.prefix}%` });
    const { items, next } = pageOf(await select.getMany(), query.limit, (row) => [row.id]);
    return { items: items.map((account) => this.viewOf(account)), next };
  }

  private viewOf(account: FundAccountEntity): FundAccountView {
    const { divisionCode: _divisionCode, ...shown } = account;
    return {
      ...shown,
      purchaserName: this.directory.byId(account.purchaserId)?.name ?? '',
      free: account.amount - account.approved + account.returned,
    };
  }
}

function afterId(query: PageQuery): number {
  return query.after === undefined ? 0 : Number(decodeCursor(query.after, 1)[0]);
}
