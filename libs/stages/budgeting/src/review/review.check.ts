import type { FieldProblem } from '#libs/platform';
import { yuan } from '#libs/projects';
import { repeatedAccount, sumOf } from '../budget/budget.check.js';
import type { SourceInput } from '../budget/budget.form.js';
import type { LineReview, ReviewInput } from './review.form.js';

/** A line as it was asked for; amounts in fen. */
export interface RequestedLine {
  readonly number: number;
  readonly amount: number;
  readonly sources: readonly SourceInput[];
}

/** What is wrong with a review, field by field: every line once, nothing above what was asked, cuts with reason. */
export function reviewProblems(review: ReviewInput, requested: readonly RequestedLine[]): FieldProblem[] {
  const byNumber = new Map(requested.map((line) => [line.number, line]));
  const problems = review.lines.flatMap((opinion, index) => {
    const line = byNumber.get(opinion.line);
    byNumber.delete(opinion.line);
    return lineProblems(opinion, line, `/lines/${index}`);
  });
  for (const number of byNumber.keys()) {
    problems.push({
      field: '/lines',
      rule: 'every-line',
      zh: `缺少第${number}项的意见`,
      en: `line ${number} has no opinion`,
    });
  }
  const total = review.lines.reduce((sum, line) => sum + line.approvedAmount, 0);
  if (total !== review.approvedTotal) {
    const text = { zh: `应等于各项审定金额之和 ${yuan(total)}`, en: `must be the sum of the lines, ${total} fen` };
    problems.push({ field: '/approvedTotal', rule: 'sum-of-lines', ...text });
  }
  return problems;
}

/** From which accounts a line is granted: as asked, from the one account there is, or as the reviewer says. */
export function grantedSources(opinion: LineReview, line: RequestedLine): readonly SourceInput[] {
  if (opinion.sources) return opinion.sources;
  const [only] = line.sources;
  if (line.sources.length === 1 && only) return [{ account: only.account, amount: opinion.approvedAmount }];
  return opinion.approvedAmount === 0 ? [] : line.sources;
}

function lineProblems(opinion: LineReview, line: RequestedLine | undefined, field: string): FieldProblem[] {
  if (!line) {
    const text = {
      zh: `没有第${opinion.line}项或重复`,
      en: `there is no line ${opinion.line}, or it stands there twice`,
    };
    return [{ field: `${field}/line`, rule: 'line-once', ...text }];
  }
  if (opinion.approvedAmount > line.amount) {
    const text = { zh: `不得超过申请金额 ${yuan(line.amount)}`, en: `at most the ${line.amount} fen asked for` };
    return [{ field: `${field}/approvedAmount`, rule: 'within-requested', ...text }];
  }
  if (opinion.approvedAmount < line.amount && opinion.reason === null) {
    return [{ field: `${field}/reason`, rule: 'reason-of-cut', zh: '核减须说明理由', en: 'a cut needs a reason' }];
  }
  return sourceProblems(opinion, line, `${field}/sources`);
}

function sourceProblems(opinion: LineReview, line: RequestedLine, field: string): FieldProblem[] {
  const granted = grantedSources(opinion, line);
  if (sumOf(granted) !== opinion.approvedAmount) {
    const zh = `多个来源的明细被核减时须填写审定来源,合计 ${yuan(opinion.approvedAmount)}`;
    const en = `a cut line of several sources needs its granted sources, ${opinion.approvedAmount} fen together`;
    return [{ field, rule: 'sum-of-sources', zh, en }];
  }
  const isWithin = granted.every(({ account, amount }) => amount <= amountOn(line, account));
  if (isWithin && repeatedAccount(granted) === null) return [];
  return [
    {
      field,
      rule: 'within-requested-source',
      zh: '各来源不得超过申请的来源和金额',
      en: 'no source above what was asked from it',
    },
  ];
}

function amountOn(line: RequestedLine, account: number): number {
  return line.sources.find((source) => source.account === account)?.amount ?? 0;
}
