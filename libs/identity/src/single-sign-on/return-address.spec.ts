import { describe, expect, it } from '@jest/globals';
import { returnAddressOf } from './return-address.js';

describe('returnAddressOf', () => {
  it.each(['/', '/projects/17?task=3', '/projects/new', '/login-log?from=2026-01-05T01:00:00Z'])('keeps %s', (page) => {
    expect(returnAddressOf(page)).toBe(page);
  });

  it.each([
    undefined,
    '',
    'projects',
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example',
    '\\\\evil.example',
    'javascript:alert(1)',
    '/projects\r\nset-cookie: a=b',
    '/ /evil.example',
    '/\t/evil.example',
    `/${'x'.repeat(501)}`,
  ])('leads from %j to the first page', (address) => {
    expect(returnAddressOf(address)).toBe('/');
  });
});
