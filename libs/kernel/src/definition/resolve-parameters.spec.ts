import { describe, expect, it } from '@jest/globals';
import { aDefinition } from '../testing/a-process.js';
import { resolveParameters } from './resolve-parameters.js';

const DEFINITION = aDefinition(`
parameters:
  noticePeriod: { type: duration, default: P3WD, min: P3WD, law: ccgp-2015-135 }
  minResponses: { type: integer, default: 3, min: 2, max: 5 }
initial: a
states:
  a: { on: { GO: end } }
  end: { type: final }
`);

describe('resolveParameters', () => {
  it('lays what a region sets over the defaults', () => {
    expect(resolveParameters(DEFINITION, { minResponses: 2 })).toEqual({
      ok: true,
      value: { noticePeriod: 'P3WD', minResponses: 2 },
    });
  });

  it.each([
    [{ noticePeriod: 'P2WD' }, 'below-minimum', 5, /P2WD, below the minimum P3WD that ccgp-2015-135 sets/],
    [{ noticePeriod: 'P5D' }, 'not-comparable', 5, /without a calendar nobody can tell.*ccgp-2015-135/],
    [{ noticePeriod: 'five days' }, 'wrong-type', 5, /not a duration/],
    [{ minResponses: 6 }, 'above-maximum', 6, /above the maximum 5/],
    [{ minResponses: '3' }, 'wrong-type', 6, /not a integer/],
    [{ minResponse: 3 }, 'unknown-name', 4, /Did you mean `minResponses`/],
  ])('refuses %j', (overrides, code, line, says) => {
    const result = resolveParameters(DEFINITION, overrides);
    const [problem] = result.ok ? [] : result.problems;
    expect(problem).toMatchObject({ code, line, file: 'test.yaml' });
    expect(`${problem?.message ?? ''}. ${problem?.hint ?? ''}`).toMatch(says);
  });
});
