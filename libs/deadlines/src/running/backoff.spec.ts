import { describe, expect, it } from '@jest/globals';
import { backoffMs } from './backoff.js';

describe('backoffMs', () => {
  const plan = { firstMs: 1000, longestMs: 60_000 };

  it.each([
    [1, 1000],
    [2, 2000],
    [3, 4000],
    [6, 32_000],
    [7, 60_000],
    [1000, 60_000],
  ])('waits after failure %i for %i ms', (attempts, expected) => {
    expect(backoffMs(attempts, plan)).toBe(expected);
  });
});
