import { describe, expect, it } from '@jest/globals';
import { codeAtLevel, levelOfCode, parentCodeOf } from './division-level.js';

describe('division codes', () => {
  it.each([
    ['51', 'province', null],
    ['5134', 'city', '51'],
    ['513431', 'county', '5134'],
    ['513431102', 'township', '513431'],
    ['513431102201', 'village', '513431102'],
  ])('%s is a %s below %s', (code, level, parent) => {
    expect([levelOfCode(code), parentCodeOf(code)]).toEqual([level, parent]);
  });

  it('finds the code above, never below', () => {
    expect(codeAtLevel('513431102201', 'county')).toBe('513431');
    expect(codeAtLevel('513431', 'county')).toBe('513431');
    expect(codeAtLevel('5134', 'county')).toBeNull();
  });

  it.each(['', '5', '513', '51343', '5134311021'])('refuses "%s"', (code) => {
    expect(() => levelOfCode(code)).toThrow(expect.objectContaining({ code: 'identity.unknown-division' }));
  });
});
