import { describe, expect, it } from '@jest/globals';
import { aDefinition } from '../testing/a-process.js';
import { checkReferences, type KnownNames } from './check-references.js';

const DEFINITION = aDefinition(`
law: [law-a]
parameters: { noticePeriod: { type: duration, default: P3WD, law: law-a#3 } }
views: { bids: { source: bids.open, changedBy: BIDS_CHANGED } }
initial: a
states:
  a:
    entry: { effect: notice.publish }
    task: { assignee: { organisation: purchaser, role: clerk }, form: need, due: { within: P1D, escalate: standard } }
    on:
      GO: { target: b, by: { organisation: x, role: clerk }, form: opinion, actions: { effect: record.keep } }
      SKIP: c
  b: { subprocess: other.process, onDone: end }
  c: { subprocess: '= "chosen"', onDone: end }
  end: { type: final }
`);

const ALL: KnownNames = {
  effects: new Set(['notice.publish', 'record.keep']),
  forms: new Set(['need', 'opinion']),
  processes: new Set(['other.process']),
  ladders: new Set(['standard']),
  roles: new Set(['officer', 'clerk']),
  laws: new Set(['law-a']),
  views: new Set(['bids.open']),
};

describe('checkReferences', () => {
  it('finds nothing where everything is known', () => {
    expect(checkReferences(DEFINITION, ALL)).toEqual([]);
  });

  it.each([
    [
      'effects',
      [
        [10, 'unknown-effect'],
        [13, 'unknown-effect'],
      ],
    ],
    [
      'forms',
      [
        [11, 'unknown-form'],
        [13, 'unknown-form'],
      ],
    ],
    ['processes', [[15, 'unknown-process']]],
    ['ladders', [[11, 'unknown-ladder']]],
    [
      'roles',
      [
        [3, 'unknown-role'],
        [11, 'unknown-role'],
        [13, 'unknown-role'],
      ],
    ],
    [
      'laws',
      [
        [4, 'unknown-law'],
        [5, 'unknown-law'],
      ],
    ],
    ['views', [[6, 'unknown-view']]],
  ] as const)('reports every use of unknown %s with its line', (group, expected) => {
    const problems = checkReferences(DEFINITION, { ...ALL, [group]: new Set() });
    expect(problems.map((problem) => [problem.line, problem.code])).toEqual(expected);
  });

  it('offers the nearest name', () => {
    const [problem] = checkReferences(DEFINITION, { ...ALL, forms: new Set(['needs', 'opinion']) });
    expect(problem).toMatchObject({ message: 'there is no form named `need`', hint: 'Did you mean `needs`?' });
  });
});
