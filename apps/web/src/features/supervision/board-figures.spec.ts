import { describe, expect, it } from '@jest/globals';
import { percentOf, totalOf } from './board-figures.js';

const COUNTS = {
  open: 3,
  'due-this-week': 1,
  overdue: 2,
  'late-1-3': 1,
  'late-4-7': 1,
  'late-8-15': 0,
  'late-over-15': 0,
  escalated: 1,
};

describe('the figures of a board', () => {
  it('adds all areas', () => {
    const line = { counts: COUNTS, fellDue: 10, onTime: 9 };
    expect(totalOf([line, line])).toMatchObject({ counts: { open: 6, overdue: 4 }, fellDue: 20, onTime: 18 });
    expect(totalOf([]).counts.open).toBe(0);
  });

  it.each([
    [0, 0, null],
    [3, 3, 100],
    [1000, 999, 99],
    [3, 0, 0],
  ])('of %i due, %i in time, is %s %%', (fellDue, onTime, percent) => {
    expect(percentOf({ fellDue, onTime })).toBe(percent);
  });
});
