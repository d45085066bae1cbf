import { describe, expect, it } from '@jest/globals';
import type { JsonObject } from '../definition/language.js';
import { isSealedReference } from './formats.js';
import { isIdNumber } from './formats/id-number.format.js';
import { isPhone } from './formats/phone.format.js';
import { hasPersonalData, maskOf, replacePersonalData } from './personal-data.js';

const SCHEMA: JsonObject = {
  type: 'object',
  properties: {
    manager: { type: 'string' },
    phone: { type: 'string', format: 'phone' },
    members: { type: 'array', items: { type: 'object', properties: { id: { type: 'string', format: 'id-number' } } } },
  },
  if: { properties: { manager: { const: 'x' } } },
  then: { properties: { second: { type: 'string', format: 'phone' } } },
};

describe('isIdNumber', () => {
  it.each([
    ['11010519491231002X', true],
    ['440524188001010014', true],
    ['11010519491231002x', false],
    ['110105194912310021', false],
    ['11010519490231002X', false],
    ['1101051949123100', false],
  ])('%s: %s', (text, expected) => {
    expect(isIdNumber(text)).toBe(expected);
  });
});

describe('isPhone', () => {
  it.each([
    ['13800138000', true],
    ['0834-8330023', true],
    ['02886123456', true],
    ['028-86123456-8001', true],
    ['12800138000', false],
    ['8330023', false],
    ['1380013800', false],
  ])('%s: %s', (text, expected) => {
    expect(isPhone(text)).toBe(expected);
  });
});

describe('maskOf', () => {
  it.each([
    ['id-number', '11010519491231002X', '110105********002X'],
    ['phone', '13800138000', '138****8000'],
    ['phone', '0834-8330023', '083*****0023'],
    ['phone', '123', '***'],
    ['date', 'secret', '******'],
  ])('of %s %s is %s', (format, value, expected) => {
    expect(maskOf(format, value)).toBe(expected);
  });
});

describe('replacePersonalData', () => {
  it('finds every marked value, in lists and conditions too, and leaves the rest', () => {
    const payload = { manager: 'x', phone: '1', members: [{ id: '2' }, { id: '3' }], second: '4', other: '5' };
    const seen: string[] = [];
    const replaced = replacePersonalData(SCHEMA, payload, ({ pointer, format, value }) => {
      seen.push(`${pointer} ${format} ${value}`);
      return `sealed:${value}`;
    });
    expect(seen).toEqual([
      '/phone phone 1',
      '/members/0/id id-number 2',
      '/members/1/id id-number 3',
      '/second phone 4',
    ]);
    expect(replaced).toEqual({
      manager: 'x',
      phone: 'sealed:1',
      members: [{ id: 'sealed:2' }, { id: 'sealed:3' }],
      second: 'sealed:4',
      other: '5',
    });
  });

  it('knows the forms that ask for personal data', () => {
    expect(hasPersonalData(SCHEMA)).toBe(true);
    expect(hasPersonalData({ type: 'object', properties: { a: { format: 'date' } } })).toBe(false);
  });
});

describe('isSealedReference', () => {
  it.each(['sealed:12', '138****8000#12', '110105********002X#7'])('takes %s', (text) => {
    expect(isSealedReference(text)).toBe(true);
  });

  it.each(['sealed:', 'sealed:0', '138#12', '#12', 'x#12', 'sealed:12 ', '13800138000'])('refuses %s', (text) => {
    expect(isSealedReference(text)).toBe(false);
  });
});
