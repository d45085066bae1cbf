import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type SampleRule, sampleSize } from './sample-size.js';

const rule: SampleRule = { smallPopulation: 300, smallLeast: 30, smallShare: 10, fullSample: 384 };

describe('sampleSize', () => {
  it.each([
    [1, 1],
    [29, 29],
    [30, 30],
    [300, 30],
    [301, 169],
    [1000, 278],
    [10_000, 370],
    [1_000_000, 384],
  ])('of %i beneficiaries asks %i', (population, expected) => {
    expect(sampleSize(population, rule)).toBe(expected);
  });

  it('never asks more people than there are, nor more than the full sample', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (population) => {
        const size = sampleSize(population, rule);
        expect(size).toBeGreaterThan(0);
        expect(size).toBeLessThanOrEqual(Math.min(population, rule.fullSample));
      }),
    );
  });
});
