import { describe, expect, it } from '@jest/globals';
import { chinaCalendar } from '../holidays/china-calendar.js';
import { countNaturalDays } from './natural-days.rule.js';

const count = (eventDate: string, days: number, step: 1 | -1) =>
  countNaturalDays({ eventDate, period: { kind: 'naturalDays', days }, step, calendar: chinaCalendar() });

describe('countNaturalDays', () => {
  it.each([
    ['2026-09-01', 30, 1, '2026-10-01'],
    ['2028-02-28', 2, 1, '2028-03-01'],
    ['2026-03-01', 1, -1, '2026-02-28'],
    ['2026-12-31', 1, 1, '2027-01-01'],
  ] as const)('counts %s by %i (%i) to %s, days off included', (from, days, step, expected) => {
    expect(count(from, days, step).lastDay).toBe(expected);
  });

  it('asks no calendar, so it is never provisional', () => {
    expect(count('2031-01-01', 400, 1).provisional).toBe(false);
  });
});
