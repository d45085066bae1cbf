import { describe, expect, it } from '@jest/globals';
import { compileProcess } from '../compile/compile-process.js';
import { options } from '../step/options.js';
import { step } from '../step/step.js';
import type { StepFacts, StepOutcome } from '../step/step.types.js';
import { aDefinition, problemsOf } from '../testing/a-process.js';
import { checkDecisionUse } from './check-decision-use.js';
import { decisionTable } from './decision-table.js';
import { parseDecision } from './parse-decision.js';

const TABLE = parseDecision(
  `decision: method
title: 方式
inputs: { amount: { type: money, min: 0, max: 10000 } }
outputs: { method: { type: string } }
rules:
  - { when: { amount: '< 500' }, then: { method: small } }
  - { when: { amount: '>= 500' }, then: { method: tender } }
`,
  'config/decisions/method.yaml',
);

const PROCESS = `
variables: { planned: { type: money, default: null } }
decisions: { route: { table: method, with: { amount: planned } } }
initial: planning
states:
  planning:
    task: { assignee: { organisation: purchaser, role: clerk }, due: none }
    on:
      PLAN: { target: choosing, assign: { planned: command.payload.amount } }
      SKIP: { guard: 'route != null and route.method = "small"', target: small }
  choosing:
    always:
      - { guard: 'route.method = "tender"', target: tender }
      - { target: small }
  tender: { type: final, output: { method: route.method } }
  small: { type: final }
`;

const FACTS: StepFacts = { at: '2026-01-05T01:00:00.000Z', actor: null, payload: {}, views: {}, parameters: {} };

function compiled() {
  const table = TABLE.ok ? decisionTable(TABLE.value) : TABLE;
  const process = table.ok ? compileProcess(aDefinition(PROCESS), new Map([['method', table.value]])) : table;
  if (!process.ok) throw new TypeError(JSON.stringify(process.problems));
  return process.value;
}

function plan(facts: Partial<StepFacts>, process = compiled()): StepOutcome {
  const first = step(process, null, { kind: 'start', input: {} }, FACTS);
  if (!first.ok) throw new TypeError(first.problem.message);
  return step(process, first.snapshot, { kind: 'event', name: 'PLAN' }, { ...FACTS, ...facts });
}

describe('a process that asks a decision table', () => {
  it('reads the answer for the values as they are in the middle of the step, and says what it asked', () => {
    expect(plan({ payload: { amount: 500 } })).toMatchObject({
      active: ['tender'],
      output: { method: 'tender' },
      decisions: [
        { name: 'route', table: 'method', inputs: { amount: 500 }, output: { method: 'tender' }, rules: [2] },
      ],
    });
    expect(plan({ payload: { amount: 499 } })).toMatchObject({ active: ['small'] });
  });

  it('takes a recorded answer in a replay, whatever the table says now', () => {
    const decisions = [
      { name: 'route', table: 'method', inputs: { amount: 499 }, output: { method: 'tender' }, rules: [9] },
    ];
    expect(plan({ payload: { amount: 499 }, decisions })).toMatchObject({ active: ['tender'], decisions });
  });

  it('reads null while an input is not set', () => {
    const process = compiled();
    const first = step(process, null, { kind: 'start', input: {} }, FACTS);
    const found = options(process, first.ok ? first.snapshot : {}, FACTS);
    expect(found.map(({ event, enabled }) => `${event} ${String(enabled)}`)).toEqual(['PLAN true', 'SKIP false']);
  });

  it('refuses the step for a value outside the domain, and without the table', () => {
    const outside = plan({ payload: { amount: 10001 } });
    expect(outside).toMatchObject({ ok: false, problem: { code: 'bad-decision', defect: true } });
    expect(outside.ok ? '' : outside.problem.message).toContain('100.01元');
    const bare = compileProcess(aDefinition(PROCESS));
    expect(bare.ok && plan({ payload: { amount: 1 } }, bare.value)).toMatchObject({ ok: false });
  });
});

describe('the use of a table is checked', () => {
  const tables = new Map(TABLE.ok ? [['method', TABLE.value]] : []);
  const uses = (from: string, to: string) =>
    checkDecisionUse(aDefinition(PROCESS.replace(from, to)), tables).map(({ code, line }) => `${line} ${code}`);

  it.each([
    ['nothing wrong', '', '', []],
    ['an unknown table', 'table: method', 'table: methode', ['5 unknown-decision']],
    ['an input too few and one too many', 'amount: planned', 'sum: planned', ['5 missing-key', '5 unknown-name']],
    ['an unknown output', 'method: route.method', 'method: route.mehtod', ['17 unknown-name']],
  ])('%s', (_what, from, to, expected) => {
    expect(uses(from, to)).toEqual(expected);
  });

  it.each([
    ['an unknown variable', 'amount: planned', 'amount: plannned', '5 unknown-name'],
    ['the command', 'amount: planned', 'amount: command.payload.amount', '5 unknown-name'],
    ['a name that is taken', 'decisions: { route', 'decisions: { planned', '5 name-taken'],
    ['a key that does not exist', 'with: {', 'inputs: {', '5 unknown-key'],
  ])('%s is refused with the definition', (_what, from, to, expected) => {
    expect(problemsOf(PROCESS.replace(from, to)).map(({ code, line }) => `${line} ${code}`)).toContain(expected);
  });
});
