import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { eventDate, localDate, localDateTime, startOfDay, endOfDay, atLocalTime } from './instant.js';
import {
  addPlainDays,
  addPlainMonths,
  daysBetween,
  epochDayOf,
  isPlainDate,
  plainDateOf,
  weekdayOf,
} from './plain-date.js';

describe('plain dates', () => {
  it.each(['2026-02-30', '2026-13-01', '2025-02-29', '2026-1-1', '20260101', '', '2026-01-01T00:00:00Z'])(
    'knows that "%s" is no day',
    (text) => {
      expect(isPlainDate(text)).toBe(false);
      expect(() => epochDayOf(text)).toThrow('Not a calendar day');
    },
  );

  it('goes to day numbers and back', () => {
    fc.assert(fc.property(fc.integer({ min: -700_000, max: 200_000 }), (day) => epochDayOf(plainDateOf(day)) === day));
  });

  it('agrees with Date on every day', () => {
    fc.assert(
      fc.property(fc.integer({ min: -700_000, max: 200_000 }), (day) => {
        const text = new Date(day * 86_400_000).toISOString().slice(0, 10);
        return plainDateOf(day) === text && epochDayOf(text) === day;
      }),
      { numRuns: 2000 },
    );
  });

  it('knows weekdays and distances', () => {
    expect(weekdayOf('2026-11-24')).toBe(2);
    expect(weekdayOf('1969-12-28')).toBe(0);
    expect(daysBetween('2026-02-28', '2026-03-01')).toBe(1);
    expect(addPlainDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addPlainMonths('2026-01-31', -2)).toBe('2025-11-30');
  });
});

describe('instants', () => {
  it('lie on the Shanghai day', () => {
    expect(localDate('2026-02-28T15:59:59.999Z')).toBe('2026-02-28');
    expect(localDate('2026-02-28T16:00:00.000Z')).toBe('2026-03-01');
    expect(eventDate('2026-02-28T16:00:00.000Z')).toBe('2026-02-28');
    expect(startOfDay('2026-03-01')).toBe('2026-02-28T16:00:00.000Z');
    expect(endOfDay('2026-02-28')).toBe(startOfDay('2026-03-01'));
    expect(localDateTime('2026-02-28T16:05:00.000Z')).toBe('2026-03-01 00:05');
  });

  it('refuses a time that no clock shows', () => {
    expect(() => atLocalTime('2026-03-01', '25:00')).toThrow('Not a time of day');
    for (const text of ['soon', '2026-03-01', '2026-03-01T09:00', '2026-02-30T09:00Z', '2026-03-01T29:00Z']) {
      expect(() => localDate(text)).toThrow('Not an instant');
    }
  });
});
