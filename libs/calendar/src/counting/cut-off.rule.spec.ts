import { describe, expect, it } from '@jest/globals';
import { chinaCalendar } from '../holidays/china-calendar.js';
import { cutOffAt } from './cut-off.rule.js';

describe('cutOffAt', () => {
  it('ends at 24:00 or at the closing of the counter', () => {
    const early = chinaCalendar([{ version: 'county', off: new Map(), worked: new Map(), officeClosesAt: '17:00' }]);
    expect(cutOffAt('2026-03-02', 'midnight', early).dueAt).toBe('2026-03-02T16:00:00.000Z');
    expect(cutOffAt('2026-03-02', 'office', early).dueAt).toBe('2026-03-02T09:00:00.000Z');
    expect(cutOffAt('2026-03-02', 'office', early).line.zh).toContain('17:00');
  });
});
