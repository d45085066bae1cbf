import { describe, expect, it } from '@jest/globals';
import { chinaCalendar } from '../holidays/china-calendar.js';
import { countMonths } from './months.rule.js';

const count = (eventDate: string, months: number, days = 0, step: 1 | -1 = 1) =>
  countMonths({ eventDate, period: { kind: 'months', months, days }, step, calendar: chinaCalendar() });

describe('countMonths', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-03-31', 6, '2026-09-30'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2026-11-15', 3, '2027-02-15'],
  ])('takes the corresponding day or the last of the month: %s + %i months = %s', (from, months, expected) => {
    expect(count(from, months).lastDay).toBe(expected);
  });

  it('counts back and adds days after the months', () => {
    expect(count('2026-03-31', 1, 0, -1).lastDay).toBe('2026-02-28');
    expect(count('2026-01-31', 1, 10).lastDay).toBe('2026-03-10');
  });

  it('speaks of years where it can', () => {
    expect(count('2026-01-15', 36).lines[1]?.zh).toContain('3年');
    expect(count('2026-01-15', 1, 10).lines[1]?.zh).toContain('1个月零10日');
  });
});
