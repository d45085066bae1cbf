import { describe, expect, it } from '@jest/globals';
import { decisionTable } from './decision-table.js';
import { evaluateDecision } from './evaluate-decision.js';
import { parseDecision } from './parse-decision.js';

const GOOD = `decision: sample
title: { zh: 示例, en: Sample }
hit: unique
parameters:
  limit: { type: money, default: 5000, max: 9000, law: some-law#1 }
inputs:
  amount: { type: money, min: 0, max: 10000 }
  kind: { type: string, enum: [货物, 服务, 工程] }
  urgent: { type: boolean }
outputs:
  method: { type: string, enum: [a, b, c] }
rules:
  - { when: { amount: '< limit' }, then: { method: a } }
  - { when: { amount: '>= limit', kind: [货物, 服务], urgent: true }, then: { method: b }, note: 急 }
  - { when: { amount: '>= limit', kind: [货物, 服务], urgent: false }, then: { method: c } }
  - { when: { amount: '>= limit', kind: 'not("货物", "服务")' }, then: { method: c } }
`;

const problemsOf = (text: string) => {
  const parsed = parseDecision(text, 't.yaml');
  return parsed.ok ? [] : parsed.problems.map(({ code, line }) => `${line} ${code}`);
};

function ask(inputs: Parameters<typeof evaluateDecision>[1], overrides = {}) {
  const parsed = parseDecision(GOOD, 't.yaml');
  const table = parsed.ok ? decisionTable(parsed.value, overrides) : parsed;
  const answer = table.ok ? evaluateDecision(table.value, inputs) : table;
  return answer.ok ? answer.value : answer.problems.map(({ code, message }) => `${code}: ${message}`);
}

describe('a decision table', () => {
  it.each([
    [{ amount: 4999, kind: '工程', urgent: true }, 'a', 1],
    [{ amount: 5000, kind: '服务', urgent: true }, 'b', 2],
    [{ amount: 10000, kind: '货物', urgent: false }, 'c', 3],
    [{ amount: 5000, kind: '工程', urgent: true }, 'c', 4],
  ])('answers %j with %s by rule %i', (inputs, method, rule) => {
    expect(ask(inputs)).toEqual({ output: { method }, rules: [rule] });
  });

  it('follows a threshold that a region sets', () => {
    expect(ask({ amount: 5000, kind: '工程', urgent: true }, { limit: 6000 })).toMatchObject({ rules: [1] });
  });

  it('refuses a threshold beyond what the law allows, naming it', () => {
    expect(ask({}, { limit: 9001 })).toEqual([expect.stringMatching(/^above-maximum: .*`limit`.*some-law#1/)]);
  });

  it.each([
    [{ amount: 10001, kind: '服务', urgent: true }, /^outside-domain: .*100.01元/],
    [{ amount: 1, kind: '土地', urgent: true }, /^outside-domain: .*土地/],
    [{ amount: 1, kind: '服务' }, /^outside-domain: .*`urgent` is null/],
    [{ amount: 1, kind: '服务', urgent: true, extra: 1 }, /^unknown-name: .*`extra`/],
  ])('refuses %j', (inputs, message) => {
    expect(ask(inputs)).toEqual([expect.stringMatching(message)]);
  });
});

describe('a broken table is refused with its line', () => {
  const broken: readonly (readonly [string, string, string, string])[] = [
    ['an unknown key', 'hit: unique', 'hitt: unique', '3 unknown-key'],
    ['an unknown hit policy', 'hit: unique', 'hit: any', '3 unknown-value'],
    ['an open domain', ', enum: [货物, 服务, 工程]', '', '8 open-domain'],
    ['a broken cell', `'< limit'`, `'< '`, '13 bad-cell'],
    ['an unknown parameter', `'< limit'`, `'< limitt'`, '13 bad-cell'],
    ['a fraction', `'< limit'`, `'< 1.5'`, '13 bad-cell'],
    ['arithmetic', `'< limit'`, `'< limit + 1'`, '13 bad-cell'],
    ['a function', `'< limit'`, `'odd(limit)'`, '13 bad-cell'],
    ['a value outside the list', 'kind: [货物, 服务], urgent: true', 'kind: 服物, urgent: true', '14 bad-cell'],
    ['a text for a number', `'< limit'`, `'"a"'`, '13 bad-cell'],
    ['an order on a boolean', 'urgent: true', `urgent: '> true'`, '14 bad-cell'],
    ['an unknown input', 'urgent: true', 'urgnt: true', '14 unknown-name'],
    ['a missing answer', 'then: { method: a }', 'then: {}', '13 missing-key'],
    ['an answer outside the list', 'then: { method: a }', 'then: { method: z }', '13 wrong-type'],
    ['an unknown answer', 'then: { method: a }', 'then: { method: a, more: 1 }', '13 unknown-name'],
    ['bounds crossed', 'min: 0, max: 10000', 'min: 9, max: 1', '7 wrong-shape'],
    ['a default beyond its bound', 'default: 5000', 'default: 9999', '5 above-maximum'],
    ['a name of FEEL', 'urgent: { type', 'between: { type', '9 reserved-name'],
  ];
  it.each(broken)('%s', (_what, from, to, expected) => {
    expect(GOOD).toContain(from);
    expect(problemsOf(GOOD.replace(from, to))).toContain(expected);
  });
});
