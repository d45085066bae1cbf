import { describe, expect, it } from '@jest/globals';
import { chinaCalendar } from '../holidays/china-calendar.js';
import { computeDeadline } from './compute-deadline.js';
import { dateDeadline } from './date-deadline.js';
import { reminderAt } from './reminder-at.js';

const calendar = chinaCalendar();
const { dueAt } = computeDeadline({ from: '2026-02-12', period: 'P7WD', calendar });

describe('reminderAt', () => {
  it.each([
    ['P0D', '2026-02-28T01:00:00.000Z'],
    ['-P1WD', '2026-02-27T01:00:00.000Z'],
    ['-P5WD', '2026-02-14T01:00:00.000Z'],
    ['-P5D', '2026-02-23T01:00:00.000Z'],
    ['P1WD', '2026-03-02T01:00:00.000Z'],
    ['P1D', '2026-03-01T01:00:00.000Z'],
    ['-PT30M', '2026-02-28T15:30:00.000Z'],
  ])('puts %s at %s', (offset, expected) => {
    expect(reminderAt({ dueAt, offset, calendar })).toBe(expected);
  });

  it('counts from the due day of an office cut-off too', () => {
    const office = dateDeadline({ date: '2026-03-03', calendar, cutOff: 'office' });
    expect(reminderAt({ dueAt: office.dueAt, offset: 'P0D', calendar })).toBe('2026-03-03T01:00:00.000Z');
  });
});

describe('dateDeadline', () => {
  it('ends with the day that was set, day off or not', () => {
    expect(dateDeadline({ date: '2026-10-01', calendar })).toMatchObject({
      dueAt: '2026-10-01T16:00:00.000Z',
      dueDate: '2026-10-01',
      provisional: false,
    });
  });
});
