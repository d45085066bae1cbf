import { describe, expect, it } from '@jest/globals';
import { chinaCalendar } from '#libs/calendar';
import { Timetable } from './timetable.js';

const TIMES = {
  language: 'zh',
  digestAt: '09:10',
  quietHours: { from: '21:00', to: '07:30' },
  urgentOnDaysOff: true,
} as const;

const timetable = (change: object = {}): Timetable => new Timetable(chinaCalendar([]), { ...TIMES, ...change });

/** Local time of Shanghai. */
const at = (local: string): Date => new Date(`${local.replace(' ', 'T')}:00.000+08:00`);

describe('Timetable', () => {
  it.each([
    ['the same morning', '2026-03-05 09:00', '2026-03-05 09:10'],
    ['strictly after', '2026-03-05 09:10', '2026-03-06 09:10'],
    ['over a weekend', '2026-03-06 12:00', '2026-03-09 09:10'],
    ['over the Spring Festival', '2026-02-14 10:00', '2026-02-24 09:10'],
    ['on a weekend day that is worked', '2026-02-13 18:00', '2026-02-14 09:10'],
  ])('gives the next digest: %s', (_, from, expected) => {
    expect(timetable().nextDigest(at(from))).toEqual(at(expected));
  });

  it.each([
    ['by day', '2026-03-05 12:00', '2026-03-05 12:00'],
    ['in the evening', '2026-03-05 21:00', '2026-03-06 07:30'],
    ['after midnight', '2026-03-06 00:00', '2026-03-06 07:30'],
    ['when they end', '2026-03-06 07:30', '2026-03-06 07:30'],
    ['on a Saturday', '2026-03-07 12:00', '2026-03-07 12:00'],
  ])('lets out what is urgent: %s', (_, from, expected) => {
    expect(timetable().firstOpen(at(from), { isUrgent: true })).toEqual(at(expected));
  });

  it('lets nothing else out on days off', () => {
    expect(timetable().firstOpen(at('2026-03-07 12:00'), { isUrgent: false })).toEqual(at('2026-03-09 07:30'));
    const strict = timetable({ urgentOnDaysOff: false });
    expect(strict.firstOpen(at('2026-02-15 12:00'), { isUrgent: true })).toEqual(at('2026-02-24 07:30'));
  });

  it('knows quiet hours within one day, and none', () => {
    const noon = timetable({ quietHours: { from: '12:00', to: '14:30' } });
    expect(noon.firstOpen(at('2026-03-05 13:00'), { isUrgent: true })).toEqual(at('2026-03-05 14:30'));
    expect(noon.firstOpen(at('2026-03-05 23:00'), { isUrgent: true })).toEqual(at('2026-03-05 23:00'));
    const never = timetable({ quietHours: { from: '00:00', to: '00:00' } });
    expect(never.firstOpen(at('2026-03-05 03:00'), { isUrgent: true })).toEqual(at('2026-03-05 03:00'));
  });
});
