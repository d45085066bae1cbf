import { describe, expect, it } from '@jest/globals';
import { ProcessRun } from '../testing/a-process.js';
import { options } from './options.js';

const YAML = `
variables: { count1: { type: integer, default: 0 } }
initial: a
on: { CANCEL: end }
states:
  a:
    on:
      GO:
        - { guard: 'count1 > 1', target: end }
        - { guard: 'count1 = 0', target: b }
        - { target: end }
      PAY: { guard: 'command.payload.amount <= 100', target: b }
      LATE: { guard: 'elapsed("x")', target: b }
  b: { on: { GO: end } }
  end: { type: final }
`;

describe('options', () => {
  it('lists what may happen with the state of each guard, the inner states first', () => {
    const run = new ProcessRun(YAML);
    const found = options(run.process, run.snapshot ?? {}, run.facts);
    expect(found.map(({ event, state, enabled, transition }) => [event, state, enabled, transition.target])).toEqual([
      ['GO', 'a', false, 'end'],
      ['GO', 'a', true, 'b'],
      ['PAY', 'a', null, 'b'],
      ['LATE', 'a', false, 'b'],
      ['CANCEL', '', true, 'end'],
    ]);
    expect(found[0]).toMatchObject({ guard: 'count1 > 1', values: { count1: 0 } });
  });

  it('is empty after the end', () => {
    const run = new ProcessRun(YAML).send('CANCEL');
    expect(options(run.process, run.snapshot ?? {}, run.facts)).toEqual([]);
  });
});
