import { describe, expect, it } from '@jest/globals';
import { isNotLonger, parseDuration } from './duration.js';

describe('parseDuration', () => {
  it.each([
    ['P10D', { days: 10 }],
    ['P2W', { days: 14 }],
    ['P7WD', { workingDays: 7 }],
    ['P1Y6M', { months: 18 }],
    ['PT30M', { seconds: 1_800 }],
    ['P1DT2H', { days: 1, seconds: 7_200 }],
    ['-P1WD', { workingDays: 1, negative: true }],
    ['P0D', {}],
  ])('%s', (text, parts) => {
    expect(parseDuration(text)).toEqual({ negative: false, months: 0, days: 0, workingDays: 0, seconds: 0, ...parts });
  });

  it.each(['', 'P', 'PT', 'P1', '1D', 'P-1D', 'P1.5D', 'P1D ', 'PD', 'P1H', 'p1d', 'P1DT'])('%j is none', (text) => {
    expect(parseDuration(text)).toBeNull();
  });
});

describe('isNotLonger', () => {
  it.each([
    ['P3D', 'P3D', true],
    ['P4D', 'P3D', false],
    ['P10D', 'P15WD', true],
    ['P15WD', 'P10D', false],
    ['P10WD', 'P15D', null],
    ['P30D', 'P2M', true],
    ['P29D', 'P1M', null],
    ['P20D', 'P1M', true],
    ['PT30M', 'PT1H', true],
    ['P1D', 'PT48H', null],
  ])('%s against %s', (short, long, verdict) => {
    const [a, b] = [parseDuration(short), parseDuration(long)];
    expect(a === null || b === null ? 'no duration' : isNotLonger(a, b)).toBe(verdict);
  });
});
