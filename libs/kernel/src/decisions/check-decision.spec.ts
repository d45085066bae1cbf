import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkDecision } from './check-decision.js';
import { type DecisionTable, decisionTable } from './decision-table.js';
import { evaluateDecision } from './evaluate-decision.js';
import { parseDecision } from './parse-decision.js';

function tableOf(text: string): DecisionTable {
  const parsed = parseDecision(text, 'config/decisions/t.yaml');
  if (!parsed.ok) throw new TypeError(JSON.stringify(parsed.problems));
  const table = decisionTable(parsed.value);
  if (!table.ok) throw new TypeError(JSON.stringify(table.problems));
  return table.value;
}

const findings = (text: string) =>
  checkDecision(tableOf(text)).map(({ code, line, message }) => `${line} ${code}: ${message}`);

const HEAD = `decision: t
title: 表
parameters: { limit: { type: money, default: 400000000 } }
inputs:
  amount: { type: money, min: 0, max: 1000000000000 }
  kind: { type: string, enum: [货物, 服务] }
outputs: { method: { type: string } }
`;

describe('gaps and overlaps of a decision table', () => {
  it('finds none in a table that covers every case once', () => {
    expect(
      findings(`${HEAD}rules:
  - { when: { amount: '< limit' }, then: { method: a } }
  - { when: { amount: '>= limit', kind: 服务 }, then: { method: b } }
  - { when: { amount: '[limit..1000000000000]', kind: 货物 }, then: { method: c } }
`),
    ).toEqual([]);
  });

  it('shows a value in a gap, in money as officers read it', () => {
    expect(
      findings(`${HEAD}rules:
  - { when: { amount: '< limit' }, then: { method: a } }
  - { when: { amount: '> limit' }, then: { method: b } }
`),
    ).toEqual(['8 decision-gap: no rule of the table t covers amount = 400万元, kind = 货物']);
  });

  it('names the rules that overlap, with line and example', () => {
    expect(
      findings(`${HEAD}rules:
  - { when: { amount: '<= limit' }, then: { method: a } }
  - { when: { kind: 货物, amount: '> limit' }, then: { method: b } }
  - { when: { kind: 服务, amount: '>= limit' }, then: { method: b } }
`),
    ).toEqual(['11 decision-overlap: in the table t amount = 400万元, kind = 服务 hits the rules 1 and 3']);
  });

  it('finds rules that never count', () => {
    expect(
      findings(`${HEAD.replace('title', 'hit: first\ntitle')}rules:
  - { when: { amount: '< limit' }, then: { method: a } }
  - { when: { amount: '(limit..limit)' }, then: { method: b } }
  - { when: {}, then: { method: c } }
  - { when: { kind: 服务 }, then: { method: d } }
`),
    ).toEqual([
      '11 dead-rule: rule 2 of the table t never counts: no value of `amount` passes its cell',
      '13 dead-rule: rule 4 of the table t never counts: rules above it take every case',
    ]);
  });

  it('refuses an interval that runs backwards', () => {
    expect(
      findings(
        `${HEAD}rules: [{ when: { amount: '[limit..100)' }, then: { method: a } }, { when: { amount: 'not([limit..100))' }, then: { method: b } }]\n`,
      ),
    ).toEqual([
      '8 reversed-interval: rule 1 of the table t has an interval of `amount` from 400万元 to 1元, which ends before it begins',
      '8 reversed-interval: rule 2 of the table t has an interval of `amount` from 400万元 to 1元, which ends before it begins',
    ]);
  });

  it('lets a collecting table answer with nothing', () => {
    expect(
      findings(
        `${HEAD.replace('title', 'hit: collect\ntitle')}rules: [{ when: { kind: 服务 }, then: { method: a } }]\n`,
      ),
    ).toEqual([]);
  });

  it('is quick on a wide table', () => {
    const inputs = Array.from({ length: 8 }, (_, index) => `  i${index}: { type: integer, min: 0, max: 1000000 }`).join(
      '\n',
    );
    const rules = Array.from(
      { length: 40 },
      (_, index) =>
        `  - { when: { i${index % 8}: '[${index * 10}..${index * 10 + 5}]', i${(index + 3) % 8}: '> ${index}' }, then: { x: ${index} } }`,
    ).join('\n');
    const table = tableOf(
      `decision: t\ntitle: 表\nhit: first\ninputs:\n${inputs}\noutputs: { x: { type: integer } }\nrules:\n${rules}\n`,
    );
    expect(checkDecision(table).map(({ code }) => code)).toContain('decision-gap');
  });
});

const integerCell = fc.oneof(
  fc.constant('-'),
  fc.integer({ min: -1, max: 7 }).map((value) => `${value}`),
  fc
    .tuple(fc.constantFrom('<', '<=', '>', '>=', '!='), fc.integer({ min: -1, max: 7 }))
    .map(([sign, value]) => `${sign} ${value}`),
  fc
    .tuple(
      fc.constantFrom('[', '('),
      fc.integer({ min: 0, max: 6 }),
      fc.integer({ min: 0, max: 4 }),
      fc.constantFrom(']', ')'),
    )
    .map(([open, low, length, close]) => `${open}${low}..${low + length}${close}`),
  fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 })).map(([a, b]) => `not(${a}, > ${b})`),
  fc.constantFrom('< p', '>= p', '(p..6]', 'not(p)'),
);
const enumCell = fc.constantFrom('-', '"a"', '"b", "c"', 'not("a")');
const booleanCell = fc.constantFrom('-', 'true', 'false');
const ruleCells = fc.tuple(integerCell, integerCell, enumCell, booleanCell);

describe('the check agrees with trying every case', () => {
  it.each(['unique', 'first', 'collect'])('for random tables, hit policy %s', (hit) => {
    fc.assert(
      fc.property(fc.array(ruleCells, { minLength: 1, maxLength: 6 }), fc.integer({ min: 0, max: 6 }), (rules, p) => {
        const table = randomTable(hit, rules, p);
        const brute = everyCase(table);
        const codes = checkDecision(table);
        const of = (code: string) => codes.filter((problem) => problem.code === code);
        expect(of('decision-gap').length).toBe(
          hit !== 'collect' && brute.some(({ hits }) => hits.length === 0) ? 1 : 0,
        );
        expect(of('decision-overlap').length > 0).toBe(hit === 'unique' && brute.some(({ hits }) => hits.length > 1));
        const used = new Set(brute.flatMap(({ hits }) => (hit === 'first' ? hits.slice(0, 1) : hits)));
        expect(of('dead-rule').map(({ line }) => line)).toEqual(
          rules.flatMap((_rule, index) => (used.has(index) ? [] : [index + 12])),
        );
      }),
      { numRuns: 60 },
    );
  });
});

function randomTable(hit: string, rules: readonly (readonly string[])[], p: number): DecisionTable {
  const rows = rules.map(
    ([n, m, k, b]) => `  - { when: { n: '${n}', m: '${m}', k: '${k}', b: '${b}' }, then: { x: 1 } }`,
  );
  return tableOf(`decision: t
title: 表
hit: ${hit}
parameters: { p: { type: integer, default: ${p} } }
inputs:
  n: { type: integer, min: 0, max: 6 }
  m: { type: integer, min: 1, max: 5 }
  k: { type: string, enum: [a, b, c] }
  b: { type: boolean }
outputs: { x: { type: integer } }
rules:
${rows.join('\n')}
`);
}

function everyCase(table: DecisionTable): { hits: number[] }[] {
  return product([0, 1, 2, 3, 4, 5, 6], [1, 2, 3, 4, 5], ['a', 'b', 'c'], [true, false]).map((values) => {
    const { hit, rules } = table.definition;
    const hits = rules.flatMap((_rule, index) =>
      values.every((value, column) => table.accepts(index, column, value)) ? [index] : [],
    );
    const answer = evaluateDecision(
      table,
      Object.fromEntries(values.map((value, index) => [table.columns[index], value])),
    );
    const isAnswered = hit === 'collect' || (hit === 'first' ? hits.length > 0 : hits.length === 1);
    expect(answer.ok).toBe(isAnswered);
    return { hits };
  });
}

type Value = number | string | boolean;

function product(...lists: readonly (readonly Value[])[]): Value[][] {
  return lists.reduce<Value[][]>((all, list) => all.flatMap((head) => list.map((value) => [...head, value])), [[]]);
}
