import { describe, expect, it } from '@jest/globals';
import { addPlainDays } from '../days/plain-date.js';
import { chinaCalendar } from '../holidays/china-calendar.js';
import { computeDeadline } from './compute-deadline.js';
import { remembered } from './remembered.js';

describe('remembered', () => {
  it('counts once for each calendar and question', () => {
    const [one, other] = [chinaCalendar(), chinaCalendar()];
    let counts = 0;
    const count = (): number => (counts += 1);
    expect([remembered(one, 'a', count), remembered(one, 'a', count)]).toEqual([1, 1]);
    expect([remembered(one, 'b', count), remembered(other, 'a', count)]).toEqual([2, 3]);
  });

  it('does not grow for ever', () => {
    const calendar = chinaCalendar();
    let counts = 0;
    const count = (): number => (counts += 1);
    for (let key = 0; key < 5001; key += 1) remembered(calendar, `key ${key}`, count);
    expect(remembered(calendar, 'key 0', count)).toBe(5002);
  });

  it('never mixes up two questions', () => {
    const calendar = chinaCalendar();
    const input = { from: '2026-09-01', period: 'P30D', calendar } as const;
    const variants = [
      computeDeadline(input),
      computeDeadline({ ...input, protect: 'earlier' }),
      computeDeadline({ ...input, cutOff: 'office' }),
      computeDeadline({ ...input, direction: 'backward' }),
      computeDeadline({ ...input, from: addPlainDays(input.from, 20) }),
      computeDeadline({ ...input, period: 'P30WD' }),
    ];
    expect(new Set(variants.map(({ dueAt }) => dueAt)).size).toBe(variants.length);
    const moved = chinaCalendar([{ version: 'x', off: new Map([['2026-10-08', '放假']]), worked: new Map() }]);
    expect(computeDeadline({ ...input, calendar: moved }).dueDate).toBe('2026-10-09');
    expect(computeDeadline(input).dueDate).toBe('2026-10-08');
  });
});
