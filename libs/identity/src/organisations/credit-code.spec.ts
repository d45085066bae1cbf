import { describe, expect, it } from '@jest/globals';
import { completeCreditCode, isCreditCode } from './credit-code.js';

const VALID = [
  '11510000MJX9D0017B',
  '11511900MJX9D00251',
  '11513400MJX9D0033T',
  '11511921MJX9D00414',
  '11511923MJX9D005XQ',
  '11513431MJX9D0068A',
  '52511921MJX9D101XP',
  '52513431MJX9D1052N',
  '51511900MJX9D1087G',
  '53510000MJX9D11080',
];

describe('credit codes', () => {
  it.each(VALID)('takes %s', (code) => {
    expect(isCreditCode(code)).toBe(true);
    expect(completeCreditCode(code.slice(0, 16))).toBe(code);
  });

  it.each([
    ['a wrong last character', '11510000MJX9D0017C'],
    ['a wrong inner check', '11510000MJX9D0018B'],
    ['two digits exchanged', '11150000MJX9D0017B'],
    ['a letter that is not used', '11510000MIX9D0017B'],
    ['lower case', '11510000mjx9d0017b'],
    ['too few characters', '11510000MJX9D0017'],
    ['nothing', ''],
  ])('refuses %s', (_, code) => {
    expect(isCreditCode(code)).toBe(false);
  });
});
