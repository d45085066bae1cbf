import { describe, expect, it } from '@jest/globals';
import { chinaCalendar, computeDeadline } from '#libs/calendar';
import { remainingPeriod } from './remaining-period.js';

const calendar = chinaCalendar([]);

describe('what is left of a period', () => {
  it.each([
    // Monday 2 March 2026; ends of days are 16:00 UTC.
    ['P10WD', '2026-03-02T02:00:00.000Z', '2026-03-16T16:00:00.000Z', 'P10WD'],
    ['P10WD', '2026-03-06T02:00:00.000Z', '2026-03-16T16:00:00.000Z', 'P6WD'],
    // Saturday: the same working days are left as on Friday.
    ['P10WD', '2026-03-07T02:00:00.000Z', '2026-03-16T16:00:00.000Z', 'P6WD'],
    ['P10WD', '2026-03-16T02:00:00.000Z', '2026-03-16T16:00:00.000Z', 'P1WD'],
    ['P10D', '2026-03-06T02:00:00.000Z', '2026-03-12T16:00:00.000Z', 'P6D'],
    ['P1M', '2026-03-06T02:00:00.000Z', '2026-04-02T16:00:00.000Z', 'P27D'],
    ['PT30M', '2026-03-06T02:00:00.000Z', '2026-03-06T02:12:00.500Z', 'PT721S'],
  ])('of %s at %s until %s is %s', (...[period, at, dueAt, left]) => {
    expect(remainingPeriod({ period, dueAt: new Date(dueAt) }, new Date(at), calendar)).toBe(left);
  });

  it('is nothing where a day was set', () => {
    expect(
      remainingPeriod(
        { period: '2026-03-31', dueAt: new Date('2026-03-31T16:00:00Z') },
        new Date('2026-03-06T02:00:00Z'),
        calendar,
      ),
    ).toBeNull();
  });

  it.each([
    // Twenty days from 2 March end on Sunday the 22nd and are due on Monday the 23rd.
    ['2026-03-02', 'P20D', '2026-03-02T02:00:00.000Z', 'P20D'],
    ['2026-03-02', 'P20D', '2026-03-12T02:00:00.000Z', 'P10D'],
    // The Sunday itself, and the Monday to which it moved: a day that has begun counts whole.
    ['2026-03-02', 'P20D', '2026-03-22T02:00:00.000Z', 'P1D'],
    ['2026-03-02', 'P20D', '2026-03-23T02:00:00.000Z', 'P1D'],
    // Thirty days from 1 September end on National Day and are due on 8 October.
    ['2026-09-01', 'P30D', '2026-09-21T02:00:00.000Z', 'P10D'],
    ['2026-01-31', 'P1M', '2026-02-18T02:00:00.000Z', 'P10D'],
    ['2026-03-02', 'P10WD', '2026-03-06T02:00:00.000Z', 'P6WD'],
  ])('of what was counted from %s for %s is at %s %s', (...[from, period, at, left]) => {
    const dueAt = new Date(computeDeadline({ from, period, calendar }).dueAt);
    expect(remainingPeriod({ period, dueAt, counting: { from, period } }, new Date(at), calendar)).toBe(left);
  });

  it('is nothing where a period is counted back from a day', () => {
    const timer = { period: '2026-03-31', dueAt: new Date('2026-03-26T16:00:00Z') };
    const counting = { from: '2026-03-31', period: '-P5D' };
    expect(remainingPeriod({ ...timer, counting }, new Date('2026-03-06T02:00:00Z'), calendar)).toBeNull();
  });
});
