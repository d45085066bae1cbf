import { describe, expect, it } from '@jest/globals';
import { textTable, widthOf } from './text-table.mjs';

describe('textTable', () => {
  it('counts a Chinese character as two columns', () => {
    expect(widthOf('昭觉 A')).toBe(6);
    const [heading, rule, first] = textTable([
      ['name', 'x'],
      ['昭觉', 'y'],
    ]).split('\n');
    expect([heading, rule, first]).toEqual(['  name  x', '  ────  ─', '  昭觉  y']);
  });
});
