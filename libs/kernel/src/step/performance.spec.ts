import { expect, it } from '@jest/globals';
import { ProcessRun } from '../testing/a-process.js';
import { step } from './step.js';

/** Far above what is measured (about 30 µs), so that a busy machine does not fail the build. */
const MOST_MICROSECONDS = 1_000;

it('one step of a normal state costs microseconds, not milliseconds', () => {
  const run = new ProcessRun(`
parameters: { reviewPeriod: { type: duration, default: P5WD } }
variables: { count1: { type: integer, default: 0 } }
initial: a
states:
  a: { after: { reviewPeriod: b }, on: { APPROVE: { guard: 'count1 < 3', target: b, assign: { count1: 'count1 + 1' } } } }
  b: { after: { reviewPeriod: a }, on: { RETURN: a } }
  c: { type: final }
`);
  const once = () => step(run.process, run.snapshot, { kind: 'event', name: 'APPROVE' }, run.facts);
  for (let warm = 0; warm < 500; warm += 1) once();
  const begin = performance.now();
  for (let round = 0; round < 2_000; round += 1) once();
  expect(((performance.now() - begin) / 2_000) * 1_000).toBeLessThan(MOST_MICROSECONDS);
});
