import { describe, expect, it } from '@jest/globals';
import { maskPersonalNumbers } from './personal-numbers.js';

describe('a line of the log', () => {
  it.each([
    ['{"msg":"no user 110105194912310021"}', '{"msg":"no user 110105********0021"}'],
    ['{"a":{"b":["id 11010519491231002X, 13800138000"]}}', '{"a":{"b":["id 110105********002X, 138****8000"]}}'],
    ['{"msg":"电话:13912345678"}', '{"msg":"电话:139****5678"}'],
  ])('shows no number of a person: %s', (line, masked) => {
    expect(maskPersonalNumbers(line)).toBe(masked);
  });

  it.each(['{"id":13912345678,"time":1795891200123}', '{"msg":"root 139123456789, file 52513431MJX9D1052N"}'])(
    'keeps other numbers: %s',
    (line) => expect(maskPersonalNumbers(line)).toBe(line),
  );
});
