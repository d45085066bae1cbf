import { describe, expect, it } from '@jest/globals';
import { budgetProblems } from './budget.check.js';
import type { BudgetInput, LineInput, SourceInput } from './budget.form.js';

const target = {
  dimension: 'output',
  indicator: '户次',
  operator: 'at-least',
  value: '1',
  unit: '次',
  weight: 100,
  evidence: null,
};

function line(unitPrice: number, sources: readonly SourceInput[], quantity = 1): LineInput {
  return { subject: 'personnel', item: '社工', unitPrice, unit: '月', quantity, times: 2, basis: '测算', sources };
}

function budget(change: Partial<BudgetInput> = {}): BudgetInput {
  const sources = [
    { account: 1, amount: 600 },
    { account: 2, amount: 400 },
  ];
  return { lines: [line(500, sources)], total: 1000, targets: [target], ...change };
}

describe('budgetProblems', () => {
  it('finds nothing in a budget that adds up', () => {
    expect(budgetProblems(budget(), 1000)).toEqual([]);
  });

  it.each<[string, BudgetInput, number, string, string]>([
    ['more than was applied for', budget(), 999, '/total', 'within-planned-amount'],
    ['a total that is not the sum', budget({ total: 1001 }), 5000, '/total', 'sum-of-lines'],
    [
      'sources that do not add up',
      budget({ lines: [line(500, [{ account: 1, amount: 999 }])] }),
      5000,
      '/lines/0/sources',
      'sum-of-sources',
    ],
    [
      'an account twice',
      budget({
        lines: [
          line(500, [
            { account: 1, amount: 500 },
            { account: 1, amount: 500 },
          ]),
        ],
      }),
      5000,
      '/lines/0/sources',
      'account-once',
    ],
    ['weights of 90', budget({ targets: [{ ...target, weight: 90 }] }), 5000, '/targets', 'weights-sum'],
    [
      'an amount beyond whole numbers',
      budget({ lines: [line(Number.MAX_SAFE_INTEGER, [{ account: 1, amount: 1 }], 9)] }),
      5000,
      '/lines/0',
      'safe-amount',
    ],
  ])('refuses %s', (_what, ...[input, limit, field, rule]) => {
    expect(budgetProblems(input, limit)).toContainEqual(expect.objectContaining({ field, rule }));
  });
});
