import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Sums over all fund accounts of one project, in fen. */
export interface MoneyTotals {
  readonly approved: number;
  readonly released: number;
  readonly committed: number;
  readonly paid: number;
  readonly returned: number;
}

/** The same for one fund account. */
export interface AccountMoney extends MoneyTotals {
  readonly account: number;
  readonly title: string;
  readonly source: string;
}

/** Reads where a project's money stands. */
@Injectable()
export class MoneyReader {
  async totals(manager: EntityManager, rootId: number): Promise<MoneyTotals> {
    const accounts = await this.byAccount(manager, rootId);
    const sum = (kind: keyof MoneyTotals) => accounts.reduce((total, account) => total + account[kind], 0);
    return {
      approved: sum('approved'),
      released: sum('released'),
      committed: sum('committed'),
      paid: sum('paid'),
      returned: sum('returned'),
    };
  }

  byAccount(manager: EntityManager, rootId: number): Promise<AccountMoney[]> {
    return manager.query<AccountMoney[]>(
      `SELECT b.account_id AS account, a.title, a.source, b.approved, b.released, b.committed, b.paid, b.returned
       FROM projects_balance b JOIN projects_fund_account a ON a.id = b.account_id
       WHERE b.root_id = ? ORDER BY b.account_id`,
      [rootId],
    );
  }
}
