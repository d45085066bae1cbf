import { describe, expect, it } from '@jest/globals';
import { aDefinition, problemsOf, source } from '../testing/a-process.js';
import { parseProcess } from './parse-process.js';

describe('parseProcess', () => {
  it('writes out every shorthand', () => {
    const definition = aDefinition(`
initial: a
states:
  a:
    title: 甲
    entry: { effect: note.keep, with: { n: 1, text: '"x"', list: [1, 'command.at'] } }
    on: { GO: b, STAY: }
  b: { type: final, output: { done: true } }
`);
    const { a } = definition.root.states;
    expect(a?.title).toEqual({ zh: '甲' });
    expect(a?.entry).toEqual([{ effect: 'note.keep', with: { n: '1', text: '"x"', list: '[1, command.at]' } }]);
    expect(a?.on['GO']).toEqual([{ target: 'b', once: false, assign: {}, actions: [], reenter: false, line: 9 }]);
    expect(a?.on['STAY']).toEqual([{ once: false, assign: {}, actions: [], reenter: false, line: 9 }]);
    expect(definition.root.states['b']?.output).toEqual({ done: 'true' });
    expect(definition.version).toBe(1);
  });

  it('merges the default due time into every task that does not switch it off', () => {
    const due = (task: string) =>
      aDefinition(`
defaults: { due: { within: P5WD, remind: [-P1WD, P0D], escalate: standard } }
initial: a
states:
  a: { task: { assignee: { organisation: x, role: y }${task} }, on: { GO: b } }
  b: { type: final }
`).root.states['a']?.task?.due;
    expect(due('')).toEqual({ within: 'P5WD', remind: ['-P1WD', 'P0D'], escalate: 'standard' });
    expect(due(', due: none')).toBeUndefined();
    expect(due(', due: { within: P2D }')).toEqual({ within: 'P2D', remind: ['-P1WD', 'P0D'], escalate: 'standard' });
    expect(due(', due: { escalate: none }')?.within).toBe('P5WD');
  });

  it('writes targets as paths: a sibling first, else from the top', () => {
    const { root } = aDefinition(`
initial: a
states:
  a:
    initial: x
    states:
      x: { on: { SIBLING: y, OUTER: b, DEEP: b.y } }
      y: {}
  b: { initial: y, states: { y: { on: { GO: a.y } } } }
`);
    const targets = Object.values(root.states['a']?.states['x']?.on ?? {}).map(([transition]) => transition?.target);
    expect(targets).toEqual(['a.y', 'b', 'b.y']);
  });

  it('keeps the line of every part', () => {
    const { lines } = aDefinition(`
initial: a
states:
  a:
    always:
      - guard: 'true'
        target: b
  b: { type: final }
`);
    expect(lines?.['/states/a/always/0/target']).toBe(9);
  });
});

const TWO = `
  b: { type: final }
`;

/** Each faulty definition, with the line of the fault, its code, and what the message and the hint must say. */
const MALFORMED: readonly (readonly [name: string, yaml: string, line: number, code: string, says: RegExp])[] = [
  ['broken YAML', 'states: { a: [ }', 4, 'yaml-syntax', /not correct YAML/],
  ['a double key', 'initial: a\ninitial: b\nstates: { a: {} }', 5, 'yaml-syntax', /unique/i],
  [
    'an unknown key of the process',
    'inital: a\nstates: { a: {} }',
    4,
    'unknown-key',
    /no key `inital`.*Did you mean `initial`/,
  ],
  [
    'an unknown key of a state',
    'initial: a\nstates:\n  a: { alwasy: b }' + TWO,
    6,
    'unknown-key',
    /`a` has no key `alwasy`.*`always`/,
  ],
  [
    'an unknown key of a task',
    'initial: a\nstates:\n  a: { task: { asignee: x } }' + TWO,
    6,
    'unknown-key',
    /`assignee`/,
  ],
  [
    'a task for nobody',
    'initial: a\nstates:\n  a: { task: { form: x } }' + TWO,
    6,
    'missing-key',
    /nobody to do it.*assignee/,
  ],
  ['no states', 'law: [x]', 1, 'no-states', /no states/],
  ['no initial state', 'states:\n  a: {}' + TWO, 1, 'missing-key', /initial/],
  ['an unknown initial state', 'initial: aa\nstates:\n  a: {}' + TWO, 4, 'unknown-target', /`aa`.*Did you mean `a`/],
  [
    'an unknown target',
    'initial: needDraft\nstates:\n  needDraft: { on: { GO: needReveiw } }\n  needReview: {}',
    6,
    'unknown-target',
    /`GO` in the state `needDraft`.*Did you mean `needReview`/,
  ],
  [
    'an event in small letters',
    'initial: a\nstates:\n  a: { on: { submitForm: b } }' + TWO,
    6,
    'bad-event',
    /UPPER_SNAKE, like `SUBMIT_FORM`/,
  ],
  [
    'a forged event',
    'initial: a\nstates:\n  a: { on: { xstate.done: b } }' + TWO,
    6,
    'bad-event',
    /`xstate.done` is no event name/,
  ],
  [
    'a state name with a hyphen',
    'initial: a\nstates:\n  a: {}\n  b-c: {}',
    7,
    'bad-name',
    /`b-c` is not a camelCase name/,
  ],
  [
    'an undeclared name',
    'variables: { count1: { type: integer, default: 0 } }\ninitial: a\nstates:\n  a: { on: { GO: { guard: "count > 1", target: b } } }' +
      TWO,
    7,
    'unknown-name',
    /`count`.*"count > 1".*Did you mean `count1`/,
  ],
  [
    'a text without inner quotes',
    'initial: a\nstates:\n  a: { entry: { effect: x.y, with: { kind: consultation-notice } } }' + TWO,
    6,
    'unknown-name',
    /quote it inside the YAML text: '"consultation-notice"'/,
  ],
  [
    'a broken expression',
    'initial: a\nstates:\n  a: { on: { GO: { guard: "1 >", target: b } } }' + TWO,
    6,
    'bad-expression',
    /cannot be read/,
  ],
  [
    'an empty guard',
    'initial: a\nstates:\n  a: { on: { GO: { guard: "", target: b } } }' + TWO,
    6,
    'bad-expression',
    /empty/,
  ],
  [
    'an unknown function',
    'initial: a\nstates:\n  a: { on: { GO: { guard: "elapsd(\\"x\\")", target: b } } }' + TWO,
    6,
    'unknown-function',
    /Did you mean `elapsed`/,
  ],
  [
    'a date literal',
    'initial: a\nstates:\n  a: { on: { GO: { guard: \'date("2026-01-01") = null\', target: b } } }' + TWO,
    6,
    'bad-expression',
    /plusDays/,
  ],
  [
    'a clock of the machine',
    'initial: a\nstates:\n  a: { on: { GO: { guard: \'date and time("x") = null\', target: b } } }' + TWO,
    6,
    'bad-expression',
    /now\(\)/,
  ],
  [
    'an unknown member of command',
    'initial: a\nstates:\n  a: { on: { GO: { guard: "command.payloda.x", target: b } } }' + TWO,
    6,
    'unknown-name',
    /Did you mean `payload`/,
  ],
  [
    'output outside of onDone',
    'initial: a\nstates:\n  a: { on: { GO: { guard: "output.x", target: b } } }' + TWO,
    6,
    'unknown-name',
    /onDone/,
  ],
  [
    'output of a parallel state',
    'initial: a\nstates:\n  a: { type: parallel, states: { x: {}, y: {} }, onDone: { guard: "output.x", target: b } }' +
      TWO,
    6,
    'unknown-name',
    /`output` is not known here/,
  ],
  [
    'an undeclared variable in assign',
    'variables: { total: { type: money, default: 0 } }\ninitial: a\nstates:\n  a: { on: { GO: { assign: { totl: 1 }, target: b } } }' +
      TWO,
    7,
    'unknown-name',
    /Did you mean `total`/,
  ],
  [
    'an unknown deadline',
    'parameters: { noticePeriod: { type: duration, default: P3WD } }\ninitial: a\nstates:\n  a: { after: { noticePerid: b } }' +
      TWO,
    7,
    'unknown-deadline',
    /Did you mean `noticePeriod`/,
  ],
  [
    'a bare duration in after',
    'initial: a\nstates:\n  a: { after: { P3WD: b } }' + TWO,
    6,
    'unknown-deadline',
    /Declare it as a parameter.*P3WD/,
  ],
  [
    'a wrong duration',
    'initial: a\nstates:\n  a: { task: { assignee: { organisation: x, role: y }, due: { within: 5 days } } }' + TWO,
    6,
    'bad-duration',
    /`5 days` is neither/,
  ],
  [
    'a wrong reminder',
    'initial: a\nstates:\n  a: { task: { assignee: { organisation: x, role: y }, due: { within: P5D, remind: [1D] } } }' +
      TWO,
    6,
    'bad-duration',
    /`1D` is no duration.*-P1WD/,
  ],
  [
    'an unknown overdue event',
    'initial: a\nstates:\n  a: { task: { assignee: { organisation: x, role: y }, due: { within: P5D, onOverdue: TIMEUP } }, on: { TIME_UP: b } }' +
      TWO,
    6,
    'unknown-event',
    /Did you mean `TIME_UP`/,
  ],
  [
    'a default below the minimum',
    'parameters: { noticePeriod: { type: duration, default: P2WD, min: P3WD, law: ccgp-1 } }\ninitial: a\nstates:\n  a: { on: { GO: b } }' +
      TWO,
    4,
    'below-minimum',
    /below the minimum P3WD that ccgp-1 sets/,
  ],
  [
    'an ill-typed default',
    'variables: { total: { type: money, default: 1.5 } }\ninitial: a\nstates:\n  a: { on: { GO: b } }' + TWO,
    4,
    'wrong-type',
    /1.5, not a money.*whole number of fen/,
  ],
  [
    'a date that does not exist',
    'variables: { day: { type: date, default: 2026-02-30 } }\ninitial: a\nstates:\n  a: { on: { GO: b } }' + TWO,
    4,
    'wrong-type',
    /a date that exists/,
  ],
  [
    'a name declared twice',
    'variables: { x1: { type: integer } }\nviews: { x1: { source: s, changedBy: X } }\ninitial: a\nstates:\n  a: { on: { GO: b } }' +
      TWO,
    5,
    'name-taken',
    /declared under `variables` and again under `views`/,
  ],
  [
    'a reserved name',
    'variables: { command: { type: integer } }\ninitial: a\nstates:\n  a: { on: { GO: b } }' + TWO,
    4,
    'reserved-name',
    /`commandValue`/,
  ],
  [
    'a function as a name',
    'variables: { count: { type: integer } }\ninitial: a\nstates:\n  a: { on: { GO: b } }' + TWO,
    4,
    'reserved-name',
    /`count`/,
  ],
  [
    'an unknown type',
    'variables: { x1: { type: number } }\ninitial: a\nstates:\n  a: { on: { GO: b } }' + TWO,
    4,
    'unknown-value',
    /cannot be `number`/,
  ],
  [
    'a final state with events',
    'initial: a\nstates:\n  a: { on: { GO: b } }\n  b: { type: final, on: { GO: a } }',
    7,
    'misplaced-key',
    /final state `b` cannot have `on`/,
  ],
  [
    'output of a state that is not final',
    'initial: a\nstates:\n  a: { on: { GO: b }, output: { x: 1 } }' + TWO,
    6,
    'misplaced-key',
    /type: final/,
  ],
  [
    'a task on a compound state',
    'initial: a\nstates:\n  a: { initial: x, states: { x: {} }, task: { assignee: { organisation: x, role: y } } }' +
      TWO,
    6,
    'misplaced-key',
    /Put the task into one of the states/,
  ],
  [
    'onDone with nothing to be done',
    'initial: a\nstates:\n  a: { onDone: b }' + TWO,
    6,
    'misplaced-key',
    /nothing in it that could be done/,
  ],
  [
    'task and subprocess',
    'initial: a\nstates:\n  a: { task: { assignee: { organisation: x, role: y } }, subprocess: p, onDone: b }' + TWO,
    6,
    'misplaced-key',
    /two states/,
  ],
  [
    'an idle always',
    'initial: a\nstates:\n  a: { always: { guard: "true" } }' + TWO,
    6,
    'idle-always',
    /neither leads anywhere/,
  ],
  [
    'a reenter without target',
    'initial: a\nstates:\n  a: { on: { GO: { reenter: true } } }' + TWO,
    6,
    'idle-reenter',
    /no target/,
  ],
  [
    'a beginning in a history state',
    'initial: h\nstates:\n  h: { type: history }\n  a: {}',
    4,
    'bad-initial',
    /history/,
  ],
  [
    'a memory entered from within',
    'initial: a\nstates:\n  a: { initial: x, states: { x: { on: { GO: h } }, h: { type: history } } }' + TWO,
    6,
    'inner-memory',
    /`a.x` goes to `a.h`.*from outside of its parent/,
  ],
  [
    'separation of duties from nobody',
    'initial: a\nstates:\n  a: { task: { assignee: { organisation: x, role: y }, not: [c] } }' + TWO,
    6,
    'unknown-target',
    /no other state with a task/,
  ],
  ['a list where a map belongs', 'initial: a\nstates: [a, b]', 5, 'wrong-shape', /must be a map/],
  [
    'a version that is no number',
    'version: one\ninitial: a\nstates:\n  a: { on: { GO: b } }' + TWO,
    4,
    'wrong-shape',
    /`version`/,
  ],
  [
    'a view without event',
    'views: { bids: { source: s, changedBy: bidsChanged } }\ninitial: a\nstates:\n  a: { on: { GO: b } }' + TWO,
    4,
    'bad-event',
    /no event name/,
  ],
];

describe('a malformed definition', () => {
  it.each(MALFORMED)('with %s is refused with file, line and a sentence', (...[, yaml, line, code, says]) => {
    const problems = problemsOf(yaml);
    expect(problems.map((problem) => problem.code)).toContain(code);
    const found = problems.find((problem) => problem.code === code && says.test(`${problem.message}. ${problem.hint}`));
    expect(found ?? problems).toMatchObject({ file: 'test.yaml', line, code });
    expect(found?.hint.length).toBeGreaterThan(5);
  });

  it.each(['', '[]', 'text', '42', '- a: b'])('that is no process at all (%j) is refused', (text) => {
    expect(parseProcess(text, 'test.yaml').ok).toBe(false);
  });

  it('gets all its problems at once, in the order of the file', () => {
    const result = parseProcess(source('initial: a\nstates:\n  a: { on: { go: x } }\n  b: { always: c }'), 'test.yaml');
    expect(result.ok ? [] : result.problems.map((problem) => [problem.line, problem.code])).toEqual([
      [6, 'bad-event'],
      [6, 'unknown-target'],
      [7, 'unknown-target'],
    ]);
  });
});
