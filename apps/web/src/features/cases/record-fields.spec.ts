import { describe, expect, it } from '@jest/globals';
import { zh } from '../../locales/zh.js';
import { fieldsOf, textOf } from './record-fields.js';

const shown = (name: string, value: unknown) => textOf({ name, label: '', value }, zh);

describe('records of the stages', () => {
  it('shows what has a label and is filled in', () => {
    const fields = fieldsOf({ price: 1, organisationId: 7, note: null, opinion: '' }, zh);
    expect(fields).toEqual([{ name: 'price', label: '报价', value: 1 }]);
  });

  it.each([
    ['price', 108_000_000, '¥\u00a01,080,000.00'],
    ['totalScore', 9244, '92.44'],
    ['people', 1658, '1658'],
    ['isSilent', true, '是'],
    ['category', 'h', '扶贫济困'],
    ['item', 'h', 'h'],
    ['openedAt', '2026-04-14T02:00:00.000Z', '2026-04-14 10:00'],
    ['managerPhone', '083*****0023#41', '083*****0023'],
    ['panel', ['吴素芳', '张志远'], '吴素芳、张志远'],
  ])('%s %j is %s', (name, value, text) => {
    expect(shown(name, value)).toBe(text);
  });
});
