import { describe, expect, it } from '@jest/globals';
import { durationFault } from './duration-fault.js';

describe('a duration that cannot be counted', () => {
  it.each([
    ['-P3D', 'negative-duration'],
    ['-PT30M', 'negative-duration'],
    ['P80Y', 'too-long-duration'],
    ['P361M', 'too-long-duration'],
    ['P11000D', 'too-long-duration'],
    ['P8000WD', 'too-long-duration'],
    ['PT999999H', 'too-long-duration'],
    ['P1DT2H', 'mixed-duration'],
    ['P1M7WD', 'mixed-duration'],
  ])('%s is refused: %s', (text, code) => {
    expect(durationFault(text)).toMatchObject({ code, message: expect.stringContaining(`\`${text}\``) });
  });

  it.each(['P0D', 'P15Y', 'P30Y', 'P7800WD', 'PT30M', 'P1M10D', 'no duration'])('%s is none', (text) => {
    expect(durationFault(text)).toBeNull();
  });

  it('may lie before the due time where it is a reminder, but not further than thirty years', () => {
    expect(durationFault('-P3WD', { isOffset: true })).toBeNull();
    expect(durationFault('-P80Y', { isOffset: true })).toMatchObject({ code: 'too-long-duration' });
  });
});
