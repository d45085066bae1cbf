import { Injectable } from '@nestjs/common';
import type { EffectContext } from '#libs/engine';
import { LedgerService } from '#libs/projects';
import { budgetProblems } from './budget.check.js';
import { BudgetSumsError } from './budget.error.js';
import type { BudgetInput } from './budget.form.js';
import { BudgetRepository } from './budget.repository.js';

/** Takes in a submitted budget whose sums hold and whose accounts are the purchaser's own. */
@Injectable()
export class BudgetRecorder {
  constructor(
    private readonly budgets: BudgetRepository,
    private readonly ledger: LedgerService,
  ) {}

  async record(context: EffectContext, budget: BudgetInput, limit: number): Promise<void> {
    const problems = budgetProblems(budget, limit);
    if (problems.length > 0) throw new BudgetSumsError(problems);
    await this.ledger.assertAccounts(context, accountsOf(budget));
    await this.budgets.add(context, budget);
  }
}

function accountsOf({ lines }: BudgetInput): { id: number; field: string }[] {
  return lines.flatMap((line, row) =>
    line.sources.map(({ account }, index) => ({ id: account, field: `/lines/${row}/sources/${index}/account` })),
  );
}
