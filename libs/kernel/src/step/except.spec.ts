import { describe, expect, it } from '@jest/globals';
import { checkGate } from '../gate/check-gate.js';
import { options } from './options.js';
import { aDefinition, ProcessRun, problemsOf } from '../testing/a-process.js';

const CANCEL = `
initial: drafting
on:
  CANCEL:
    - { target: cancelled, except: [signing, working.paying] }
    - { target: review, guard: command.payload.urgent }
states:
  drafting: { on: { GO: signing } }
  signing: { on: { GO: working } }
  working:
    initial: delivering
    states:
      delivering: { on: { GO: paying } }
      paying: { on: { GO: review } }
  review: { type: final }
  cancelled: { type: final }
`;

describe('an event that is possible everywhere except in some states', () => {
  it('is taken elsewhere, also in the states beside an excepted one', () => {
    expect(new ProcessRun(CANCEL).send('CANCEL').active).toEqual(['cancelled']);
    expect(new ProcessRun(CANCEL).send('GO').send('GO').send('CANCEL').active).toEqual(['cancelled']);
  });

  it('falls to the next branch in an excepted state', () => {
    const run = new ProcessRun(CANCEL).send('GO').send('CANCEL', { urgent: true });
    expect(run.active).toEqual(['review']);
  });

  it('is refused there with the names of the states when nothing else may happen', () => {
    const yaml = CANCEL.replace('    - { target: review, guard: command.payload.urgent }\n', '');
    const run = new ProcessRun(yaml).send('GO').send('CANCEL');
    expect(run.problem).toMatchObject({ code: 'guard-refused', guard: 'except: signing, working.paying' });
    expect(run.problem.message).toContain('except in signing, working.paying');
    const offered = options(run.process, run.snapshot ?? {}, run.facts).find(({ event }) => event === 'CANCEL');
    expect(offered?.enabled).toBe(false);
  });

  it('is no way out of an excepted state for the gate', () => {
    const yaml = `
initial: a
on: { CANCEL: { target: end, except: [a] } }
states: { a: { task: { assignee: { organisation: purchaser, role: clerk }, due: none } }, end: { type: final } }
`;
    expect(checkGate(aDefinition(yaml)).map(({ code }) => code)).toContain('no-way-out');
  });

  it('refuses names that are no states below', () => {
    const wrong = CANCEL.replace('except: [signing,', 'except: [sining,');
    expect(problemsOf(wrong)).toMatchObject([{ code: 'unknown-target', hint: expect.stringContaining('signing') }]);
    const beside = CANCEL.replace(
      'delivering: { on: { GO: paying } }',
      'delivering: { on: { GO: { target: paying, except: [signing] } } }',
    );
    expect(problemsOf(beside).map(({ code }) => code)).toEqual(['unknown-target']);
  });
});
