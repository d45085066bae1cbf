import { describe, expect, it } from '@jest/globals';
import { ancestorCodes, levelOf } from './division-codes.js';

describe('division codes', () => {
  it.each([
    ['51', 'province'],
    ['5134', 'city'],
    ['513431', 'county'],
    ['513431102', 'township'],
    ['513431102201', 'village'],
  ])('%s is a %s', (code, level) => {
    expect(levelOf(code)).toBe(level);
  });

  it('gives every level above', () => {
    expect(ancestorCodes('513431102')).toEqual(['51', '5134', '513431', '513431102', undefined]);
  });
});
