import type { FieldProblem } from '#libs/platform';
import { yuan } from '#libs/projects';
import type { BudgetInput, LineInput, SourceInput } from './budget.form.js';

const FULL_WEIGHT = 100;

/** Unit price × quantity × times, in fen; may be beyond the safe integers, which `budgetProblems` tells. */
export const lineAmount = ({ unitPrice, quantity, times }: LineInput): number => unitPrice * quantity * times;

export const sumOf = (sources: readonly SourceInput[]): number => sources.reduce((sum, { amount }) => sum + amount, 0);

/** What is wrong with the sums of a budget, field by field; `limit` is what was applied for, in fen. */
export function budgetProblems(budget: BudgetInput, limit: number): FieldProblem[] {
  const problems = budget.lines.flatMap((line, index) => lineProblems(line, `/lines/${index}`));
  const total = budget.lines.reduce((sum, line) => sum + lineAmount(line), 0);
  if (budget.total !== total) {
    const text = { zh: `应等于各明细之和 ${yuan(total)}`, en: `must be the sum of the lines, ${total} fen` };
    problems.push({ field: '/total', rule: 'sum-of-lines', ...text });
  }
  if (budget.total > limit) {
    const text = { zh: `不得超过立项金额 ${yuan(limit)}`, en: `at most the ${limit} fen applied for` };
    problems.push({ field: '/total', rule: 'within-planned-amount', ...text });
  }
  return [...problems, ...weightProblems(budget)];
}

function lineProblems(line: LineInput, field: string): FieldProblem[] {
  const amount = lineAmount(line);
  if (!Number.isSafeInteger(amount)) {
    return [{ field, rule: 'safe-amount', zh: '单价×数量×次数过大', en: 'unit price × quantity × times is too large' }];
  }
  const repeated = repeatedAccount(line.sources);
  if (repeated !== null) {
    const text = { zh: `资金账户 ${repeated} 重复`, en: `account ${repeated} stands there twice` };
    return [{ field: `${field}/sources`, rule: 'account-once', ...text }];
  }
  if (sumOf(line.sources) === amount) return [];
  const text = { zh: `各来源合计应等于 ${yuan(amount)}`, en: `the sources must add up to ${amount} fen` };
  return [{ field: `${field}/sources`, rule: 'sum-of-sources', ...text }];
}

function weightProblems({ targets }: BudgetInput): FieldProblem[] {
  const weight = targets.reduce((sum, target) => sum + target.weight, 0);
  if (weight === FULL_WEIGHT) return [];
  return [
    {
      field: '/targets',
      rule: 'weights-sum',
      zh: `权重合计应为100,现为${weight}`,
      en: `weights must add up to 100, not ${weight}`,
    },
  ];
}

export function repeatedAccount(sources: readonly SourceInput[]): number | null {
  const seen = new Set<number>();
  for (const { account } of sources) {
    if (seen.has(account)) return account;
    seen.add(account);
  }
  return null;
}
