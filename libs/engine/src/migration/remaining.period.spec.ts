import { chinaCalendar } from '#libs/calendar';
import { describe, expect, it } from '@jest/globals';
import { remainingPeriod } from './remaining.period.js';

const calendar = chinaCalendar([]);
/** Friday, 6 March 2026, ten o'clock. */
const NOW = new Date('2026-03-06T02:00:00.000Z');
/** End of that day in Sichuan. */
const endOf = (day: string): Date => new Date(Date.parse(`${day}T16:00:00.000Z`));

describe('what is left of a period', () => {
  it.each([
    ['P10D', '2026-03-12', 'P15D', 'P11D'],
    ['P10D', '2026-03-12', 'P10D', 'P6D'],
    ['P10D', '2026-03-12', 'P7D', 'P3D'],
    ['P10D', '2026-03-12', 'P2D', 'P0D'],
    // Moved by an extension: four days more are left.
    ['P10D', '2026-03-16', 'P10D', 'P10D'],
    ['P5WD', '2026-03-09', 'P8WD', 'P4WD'],
    ['P5WD', '2026-03-09', 'P5WD', 'P1WD'],
    // Due already.
    ['P3WD', '2026-03-05', 'P5WD', 'P2WD'],
    ['P1W', '2026-03-09', 'P10D', 'P6D'],
  ])('%s until %s, now %s: %s', (...[period, day, next, left]) => {
    expect(remainingPeriod(NOW, { period, dueAt: endOf(day) }, next, calendar)).toBe(left);
  });

  it.each([
    ['P10D', 'P10WD'],
    ['P1M', 'P2M'],
    ['PT30M', 'PT60M'],
    ['2026-03-12', 'P10D'],
  ])('is unknown between %s and %s', (period, next) => {
    expect(remainingPeriod(NOW, { period, dueAt: endOf('2026-03-12') }, next, calendar)).toBeNull();
  });
});
