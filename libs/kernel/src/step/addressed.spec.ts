import { describe, expect, it } from '@jest/globals';
import { ProcessRun } from '../testing/a-process.js';

const REGIONS = `
variables: { reports: { type: integer, default: 0 }, fixes: { type: integer, default: 0 } }
initial: serving
states:
  serving:
    type: parallel
    on: { STOP: over }
    states:
      reporting:
        initial: writing
        states:
          writing: { on: { SUBMIT: { target: checking, assign: { reports: 'reports + 1' } } } }
          checking: { on: { ACCEPT: writing } }
      repairing:
        initial: fixing
        states:
          fixing: { on: { SUBMIT: { target: rechecking, assign: { fixes: 'fixes + 1' } } } }
          rechecking: { on: { ACCEPT: fixing } }
  over: { type: final }
`;

describe('an event that is addressed to a state', () => {
  it('moves that region alone, though the one beside it knows the same name', () => {
    const run = new ProcessRun(REGIONS);
    run.sendTo('serving.repairing.fixing', 'SUBMIT');
    expect(run.active).toEqual(['serving.repairing.rechecking', 'serving.reporting.writing']);
    expect(run.variables).toEqual({ reports: 0, fixes: 1 });
  });

  it('is heard by the states around it', () => {
    const run = new ProcessRun(REGIONS);
    run.sendTo('serving.repairing.fixing', 'STOP');
    expect(run.outcome).toMatchObject({ ok: true, status: 'done' });
  });

  it('is refused when that state is not active or does not know it', () => {
    const run = new ProcessRun(REGIONS);
    expect(run.sendTo('serving.repairing.rechecking', 'SUBMIT').problem.code).toBe('not-accepted');
    expect(run.sendTo('serving.repairing.fixing', 'ACCEPT').problem.code).toBe('not-accepted');
  });
});
