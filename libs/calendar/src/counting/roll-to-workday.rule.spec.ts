import { describe, expect, it } from '@jest/globals';
import { chinaCalendar } from '../holidays/china-calendar.js';
import { rollToWorkday } from './roll-to-workday.rule.js';

const calendar = chinaCalendar();

describe('rollToWorkday', () => {
  it('leaves a working day where it is, a make-up Saturday too', () => {
    expect(rollToWorkday('2026-03-02', 'later', calendar)).toMatchObject({ lastDay: '2026-03-02', lines: [] });
    expect(rollToWorkday('2026-02-28', 'later', calendar).lastDay).toBe('2026-02-28');
  });

  it('moves over a whole holiday, either way', () => {
    expect(rollToWorkday('2026-02-17', 'later', calendar).lastDay).toBe('2026-02-24');
    expect(rollToWorkday('2026-02-17', 'earlier', calendar).lastDay).toBe('2026-02-14');
  });

  it('is provisional when any day it asked is not settled', () => {
    expect(rollToWorkday('2026-12-31', 'later', calendar).provisional).toBe(false);
    expect(rollToWorkday('2027-01-01', 'earlier', calendar)).toMatchObject({
      lastDay: '2026-12-31',
      provisional: true,
    });
  });

  it('gives the reason', () => {
    expect(rollToWorkday('2026-03-07', 'later', calendar).lines[0]?.zh).toContain('周末');
    expect(rollToWorkday('2026-10-01', 'earlier', calendar).lines[0]?.en).toContain('National Day');
  });
});
