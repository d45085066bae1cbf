import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Json } from '../definition/language.js';
import { evaluateExpression } from './evaluate-expression.js';

const SCOPE = {
  amount: 1_100_000_00,
  name: '昭觉',
  list: [1, 2, 3],
  bids: [{ price: 5 }, { price: 9 }],
  nothing: null,
};

const VALUES: readonly (readonly [text: string, value: Json])[] = [
  ['amount > 100', true],
  ['if name = "昭觉" then "a" else "b"', 'a'],
  ['name in ("昭觉", "竹核")', true],
  ['amount in [1..5]', false],
  ['count(list) + sum(list)', 9],
  ['bids[item.price > 5].price', [9]],
  ['some bid in bids satisfies bid.price > 8', true],
  ['every bid in bids satisfies bid.price > 8', false],
  ['for n in list return n * 2', [2, 4, 6]],
  ['sort(list, function(a, b) a > b)', [3, 2, 1]],
  ['{a: 1, "b c": name}', { a: 1, 'b c': '昭觉' }],
  ['nothing = null', true],
  ['nothing > 1', null],
  ['not(nothing = null)', false],
  ['string length(name)', 2],
  ['plusDays("2026-02-27", 2)', '2026-03-01'],
  ['plusDays("2024-02-28", 1)', '2024-02-29'],
  ['plusDays("2026-02-30", 1)', null],
  ['plusMonths("2026-01-31", 1)', '2026-02-28'],
  ['plusMonths("2026-01-31", -2)', '2025-11-30'],
  ['endOfMonth("2024-02-10")', '2024-02-29'],
  ['daysBetween("2026-01-01", "2026-03-01")', 59],
  ['daysBetween("2026-03-01", "2026-01-01")', -59],
  ['shareOf(100, 1, 3)', 33],
  ['shareOf(-100, 1, 3)', -34],
  ['shareOf(100, 1, 0)', null],
  ['exceedsShare(45, 100, 45, 100)', false],
  ['exceedsShare(46, 100, 45, 100)', true],
  ['exceedsShare(0.5, 100, 45, 100)', null],
  ['0 * -1', 0],
];

describe('evaluateExpression', () => {
  it.each(VALUES)('%s', (text, value) => {
    expect(evaluateExpression(text, SCOPE)).toEqual({ ok: true, value });
  });

  it.each([
    'today()',
    'now()',
    'elapsed("x")',
    'command.at',
    'amont > 1',
    'amount >',
    'date("2026-01-01")',
    '@"2026-01-01"',
    'random number()',
    'amount.x(1)',
  ])('refuses %s', (text) => {
    expect(evaluateExpression(text, SCOPE)).toMatchObject({ ok: false, problems: [{ hint: expect.any(String) }] });
  });

  it('gives nothing that JSON cannot hold', () => {
    for (const text of ['function(x) x', '[1..2]', '10 ** 400'])
      expect(evaluateExpression(text, {})).toMatchObject({ ok: false });
  });

  it('computes shares of fen exactly, where floats would not', () => {
    const fen = fc.integer({ min: 0, max: 9_000_000_000_000 });
    fc.assert(
      fc.property(
        fen,
        fen,
        fc.integer({ min: 1, max: 1_000 }),
        fc.integer({ min: 1, max: 1_000 }),
        (amount, whole, num, den) => {
          const exact = BigInt(amount) * BigInt(den) > BigInt(whole) * BigInt(num);
          expect(evaluateExpression('exceedsShare(a, w, n, d)', { a: amount, w: whole, n: num, d: den })).toEqual({
            ok: true,
            value: exact,
          });
        },
      ),
    );
  });

  it('moves dates forth and back without loss', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: -20_000, max: 20_000 }), (start, days) => {
        const date = evaluateExpression('plusDays("1990-01-01", n)', { n: start });
        const there = evaluateExpression('daysBetween(d, plusDays(d, n))', { d: date.ok ? date.value : null, n: days });
        expect(there).toEqual({ ok: true, value: days });
      }),
    );
  });
});
