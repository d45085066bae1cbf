import { describe, expect, it } from '@jest/globals';
import { chinaCalendar } from '../holidays/china-calendar.js';
import { countWorkingDays } from './working-days.rule.js';

const calendar = chinaCalendar();
const count = (eventDate: string, days: number, step: 1 | -1 = 1) =>
  countWorkingDays({ eventDate, period: { kind: 'workingDays', days }, step, calendar });

describe('countWorkingDays', () => {
  it('starts on the day after the event, even when the event is on a day off', () => {
    expect(count('2026-03-02', 1).lastDay).toBe('2026-03-03');
    expect(count('2026-02-28', 1).lastDay).toBe('2026-03-02');
  });

  it('counts make-up Saturdays and Sundays', () => {
    expect(count('2026-09-18', 1).lastDay).toBe('2026-09-20');
    expect(count('2026-05-08', 1).lastDay).toBe('2026-05-09');
  });

  it('walks back over holidays', () => {
    expect(count('2026-02-24', 1, -1).lastDay).toBe('2026-02-14');
  });

  it('stays on the event for a zero period', () => {
    expect(count('2026-03-02', 0).lastDay).toBe('2026-03-02');
  });
});
