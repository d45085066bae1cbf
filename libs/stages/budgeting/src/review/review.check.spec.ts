import { describe, expect, it } from '@jest/globals';
import { grantedSources, type RequestedLine, reviewProblems } from './review.check.js';
import type { LineReview } from './review.form.js';

const single: RequestedLine = { number: 1, amount: 1000, sources: [{ account: 7, amount: 1000 }] };
const mixed: RequestedLine = {
  number: 2,
  amount: 500,
  sources: [
    { account: 7, amount: 300 },
    { account: 8, amount: 200 },
  ],
};
const full = (number: number, amount: number): LineReview => ({
  line: number,
  approvedAmount: amount,
  reason: null,
  sources: null,
});
const cut = (number: number, amount: number): LineReview => ({ ...full(number, amount), reason: '标准偏高' });

function problems(lines: readonly LineReview[], approvedTotal?: number) {
  const total = lines.reduce((sum, line) => sum + line.approvedAmount, 0);
  return reviewProblems({ lines, approvedTotal: approvedTotal ?? total, opinion: '同意' }, [single, mixed]);
}

describe('reviewProblems', () => {
  it.each([
    ['all as asked', [full(1, 1000), full(2, 500)]],
    ['a line of one source cut', [cut(1, 800), full(2, 500)]],
    ['a line refused whole', [full(1, 1000), cut(2, 0)]],
    ['a mixed line cut with its sources', [full(1, 1000), { ...cut(2, 300), sources: [{ account: 7, amount: 300 }] }]],
  ])('finds nothing wrong in %s', (_what, lines) => {
    expect(problems(lines)).toEqual([]);
  });

  it.each<[string, LineReview[], number | undefined, string, string]>([
    ['a line without opinion', [full(1, 1000)], undefined, '/lines', 'every-line'],
    ['a line twice', [full(1, 1000), full(2, 500), full(2, 500)], undefined, '/lines/2/line', 'line-once'],
    ['more than was asked', [full(1, 1001), full(2, 500)], undefined, '/lines/0/approvedAmount', 'within-requested'],
    ['a cut without reason', [full(1, 999), full(2, 500)], undefined, '/lines/0/reason', 'reason-of-cut'],
    ['a cut mixed line without sources', [full(1, 1000), cut(2, 300)], undefined, '/lines/1/sources', 'sum-of-sources'],
    [
      'a source above what was asked from it',
      [full(1, 1000), { ...cut(2, 300), sources: [{ account: 8, amount: 300 }] }],
      undefined,
      '/lines/1/sources',
      'within-requested-source',
    ],
    ['a wrong total', [full(1, 1000), full(2, 500)], 1499, '/approvedTotal', 'sum-of-lines'],
  ])('refuses %s', (_what, ...[lines, total, field, rule]) => {
    expect(problems(lines, total)).toContainEqual(expect.objectContaining({ field, rule }));
  });
});

describe('grantedSources', () => {
  it('grants a cut line from its one account', () => {
    expect(grantedSources(cut(1, 800), single)).toEqual([{ account: 7, amount: 800 }]);
  });

  it('grants a mixed line as it was asked', () => {
    expect(grantedSources(full(2, 500), mixed)).toEqual(mixed.sources);
  });
});
