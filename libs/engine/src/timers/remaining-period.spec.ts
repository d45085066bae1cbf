import { describe, expect, it } from '@jest/globals';
import { chinaCalendar } from '#libs/calendar';
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
    expect(remainingPeriod(period, new Date(at), new Date(dueAt), calendar)).toBe(left);
  });

  it('is nothing where a day was set', () => {
    expect(
      remainingPeriod('2026-03-31', new Date('2026-03-06T02:00:00Z'), new Date('2026-03-31T16:00:00Z'), calendar),
    ).toBeNull();
  });
});
