import { describe, expect, it } from '@jest/globals';
import { aDefinition } from '../testing/a-process.js';
import { checkGate, GATE_RULES } from './check-gate.js';

const END = '\n  end: { type: final }';
const TASK = 'task: { assignee: { organisation: x, role: y } }';

/** Each definition that must not go live: line and code of the problem, and what it must say. */
const REFUSED: readonly (readonly [name: string, yaml: string, line: number, code: string, says: RegExp])[] = [
  [
    'an unreachable state',
    `initial: a\nstates:\n  a: { ${TASK}, on: { GO: end } }\n  b: { ${TASK}, on: { GO: end } }${END}`,
    7,
    'unreachable-state',
    /no way leads from the start to the state `b`/,
  ],
  [
    'an unreachable state below',
    `initial: a\nstates:\n  a: { ${TASK}, on: { GO: end } }\n  b: { initial: x, states: { x: { ${TASK}, on: { GO: end } } } }${END}`,
    7,
    'unreachable-state',
    /`b.x`/,
  ],
  [
    'a state without way out',
    `initial: a\nstates:\n  a: { ${TASK}, on: { GO: b, STOP: end } }\n  b: { ${TASK}, on: { STAY: b } }${END}`,
    7,
    'no-way-out',
    /`b` can never come to a final state.*start → a → GO → b/,
  ],
  [
    'no end at all',
    `initial: a\nstates:\n  a: { ${TASK}, on: { GO: b } }\n  b: { ${TASK}, on: { GO: a } }`,
    6,
    'no-way-out',
    /`a`/,
  ],
  [
    'an end below that nobody hears',
    `initial: a\nstates:\n  a: { initial: x, states: { x: { ${TASK}, on: { GO: y } }, y: { type: final } } }${END}`,
    6,
    'no-way-out',
    /`a.y`|`a`/,
  ],
  [
    'a wait without deadline',
    `initial: a\nstates:\n  a: { on: { GO: end } }${END}`,
    6,
    'unattended-wait',
    /`a` waits without any deadline/,
  ],
  [
    'an elapsed deadline that nobody arms',
    `parameters: { noticePeriod: { type: duration, default: P3WD } }\ninitial: a\nstates:\n  a: { ${TASK}, after: { noticePeriod: end }, always: { guard: 'elapsed("noticePeriode")', target: end } }${END}`,
    7,
    'unknown-deadline',
    /Did you mean `noticePeriod`/,
  ],
  [
    'an extension of nothing',
    `initial: a\nstates:\n  a: { ${TASK}, on: { GO: { target: end, extend: { deadline: noticePeriod, atLeast: P2D } } } }${END}`,
    6,
    'unknown-deadline',
    /moves `noticePeriod`/,
  ],
  [
    'a deadline that may be spent',
    `parameters: { p: { type: duration, default: P3WD } }\nvariables: { ready: { type: boolean, default: false } }\ninitial: a\nstates:\n  a: { after: { p: { guard: ready, target: end } } }${END}`,
    8,
    'spent-deadline',
    /elapsed\("p"\)/,
  ],
  [
    'a completion that may go unheard',
    `initial: a\nstates:\n  a: { subprocess: other, onDone: { guard: output.ok, target: end } }${END}`,
    6,
    'unheard-completion',
    /last branch of `onDone` without guard/,
  ],
  [
    'a child that nobody waits for',
    `initial: a\nstates:\n  a: { subprocess: other, on: { GO: end } }${END}`,
    6,
    'unheard-completion',
    /no `onDone`/,
  ],
  [
    'a shadowed branch',
    `initial: a\nstates:\n  a:\n    ${TASK}\n    on:\n      GO:\n        - end\n        - { guard: 'true', target: a }${END}`,
    11,
    'dead-transition',
    /line 10 comes first and has no guard/,
  ],
  [
    'the same guard twice',
    `initial: a\nstates:\n  a:\n    ${TASK}\n    on:\n      GO:\n        - { guard: 'true', target: end }\n        - { guard: 'true', target: a }${END}`,
    11,
    'dead-transition',
    /same guard/,
  ],
  [
    'an event behind an unconditional always',
    `initial: a\nstates:\n  a: { always: end, on: { GO: end } }${END}`,
    6,
    'dead-transition',
    /leaves the state at once/,
  ],
  [
    'fen times a fraction',
    `variables: { bid: { type: money, default: 0 } }\ninitial: a\nstates:\n  a: { ${TASK}, on: { GO: { guard: 'bid * 0.45 > 100', target: end } } }${END}`,
    7,
    'money-fraction',
    /exceedsShare/,
  ],
  [
    'fen divided',
    `variables: { bid: { type: money, default: 0 } }\ninitial: a\nstates:\n  a: { ${TASK}, on: { GO: { target: end, assign: { bid: 'bid / 3' } } } }${END}`,
    7,
    'money-fraction',
    /shareOf/,
  ],
];

describe('the gate', () => {
  it.each(REFUSED)('refuses %s', (...[, yaml, line, code, says]) => {
    const problems = checkGate(aDefinition(yaml));
    const found = problems.find((problem) => problem.code === code && says.test(`${problem.message}. ${problem.hint}`));
    expect(found ?? problems).toMatchObject({ file: 'test.yaml', line, code });
  });

  it('refuses more than 16 parallel regions', () => {
    const regions = (count: number) =>
      Array.from({ length: count }, (_, index) => `      r${index}: { type: final }`).join('\n');
    const yaml = (count: number) =>
      `initial: a\nstates:\n  a:\n    type: parallel\n    states:\n${regions(count)}\n    onDone: end${END}`;
    expect(checkGate(aDefinition(yaml(16)))).toEqual([]);
    expect(checkGate(aDefinition(yaml(17)))).toMatchObject([{ code: 'too-many-regions', line: 6 }]);
  });

  it.each([
    [
      'a task with `due: none`',
      `initial: a\nstates:\n  a: { task: { assignee: { organisation: x, role: y }, due: none }, on: { GO: end } }${END}`,
    ],
    [
      'a deadline around the waiting state',
      `parameters: { p: { type: duration, default: P1D } }\ninitial: a\nstates:\n  a: { initial: x, states: { x: { on: { GO: end } } }, after: { p: end } }${END}`,
    ],
    [
      'a guarded deadline that an always remembers',
      `parameters: { p: { type: duration, default: P1D } }\nvariables: { ready: { type: boolean, default: false } }\ninitial: a\nstates:\n  a: { on: { READY: { assign: { ready: 'true' } } }, after: { p: { guard: ready, target: end } }, always: { guard: 'ready and elapsed("p")', target: end } }${END}`,
    ],
    [
      'fen times a whole number and shares in integers',
      `variables: { bid: { type: money, default: 0 } }\ninitial: a\nstates:\n  a: { ${TASK}, on: { BID: { assign: { bid: command.payload.bid } }, GO: { guard: 'exceedsShare(bid, 100, 45, 100) and bid * 3 > 5', target: end, assign: { bid: 'shareOf(bid, 1, 3)' } } } }${END}`,
    ],
    [
      'parallel regions that end together',
      `initial: a\nstates:\n  a: { type: parallel, states: { x: { initial: p, states: { p: { ${TASK}, on: { GO: q } }, q: { type: final } } }, y: { type: final } }, onDone: end }${END}`,
    ],
    [
      'states reached by memory only',
      `initial: a\nstates:\n  a: { initial: x, states: { x: { ${TASK}, on: { GO: b } }, h: { type: history } } }\n  b: { ${TASK}, on: { BACK: a.h, GO: end } }${END}`,
    ],
    [
      'a top level of parallel regions',
      `type: parallel\nstates:\n  a: { initial: x, states: { x: { ${TASK}, on: { GO: y } }, y: { type: final } } }\n  b: { type: final }`,
    ],
  ])('lets %s pass', (_name, yaml) => {
    expect(checkGate(aDefinition(yaml))).toEqual([]);
  });

  it('has one rule for each id', () => {
    const ids = GATE_RULES.map((rule) => rule.id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
