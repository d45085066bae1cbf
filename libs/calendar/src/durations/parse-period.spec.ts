import { describe, expect, it } from '@jest/globals';
import { parsePeriod } from './parse-period.js';

describe('parsePeriod', () => {
  it.each([
    ['P7WD', { kind: 'workingDays', days: 7 }],
    ['-P3WD', { kind: 'workingDays', days: -3 }],
    ['P10D', { kind: 'naturalDays', days: 10 }],
    ['P0D', { kind: 'naturalDays', days: 0 }],
    ['-P0D', { kind: 'naturalDays', days: 0 }],
    ['P2W', { kind: 'naturalDays', days: 14 }],
    ['P1W3D', { kind: 'naturalDays', days: 10 }],
    ['P1M', { kind: 'months', months: 1, days: 0 }],
    ['P1Y', { kind: 'months', months: 12, days: 0 }],
    ['-P1Y2M10D', { kind: 'months', months: -14, days: -10 }],
    ['PT30M', { kind: 'elapsed', milliseconds: 1_800_000 }],
    ['PT1H30M', { kind: 'elapsed', milliseconds: 5_400_000 }],
    ['-PT5S', { kind: 'elapsed', milliseconds: -5000 }],
  ])('reads %s', (text, period) => {
    expect(parsePeriod(text)).toEqual({ ok: true, period });
  });

  it.each(['', 'P', 'PT', 'P7', '7D', 'p7d', 'P1.5D', 'PWD', 'P-7D', '--P7D', 'P7D ', '3 days', 'PT'])(
    'refuses "%s" and says what to write',
    (text) => {
      expect(parsePeriod(text)).toMatchObject({ ok: false, problem: { code: 'calendar.period-malformed' } });
    },
  );

  it.each(['P1M7WD', 'P7WDT1H', 'P1DT2H', 'P7WD1D'])('refuses the mixture "%s"', (text) => {
    expect(parsePeriod(text)).toMatchObject({ ok: false, problem: { code: 'calendar.period-mixed' } });
  });

  it.each(['P40000WD', 'P999999D', 'P200Y', 'PT99999999H'])('refuses the slip of the pen "%s"', (text) => {
    expect(parsePeriod(text)).toMatchObject({ ok: false, problem: { code: 'calendar.period-too-long' } });
  });
});
