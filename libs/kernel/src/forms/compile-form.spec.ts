import { describe, expect, it } from '@jest/globals';
import type { Json, JsonObject } from '../definition/language.js';
import { compileForm } from './compile-form.js';

const FORM: JsonObject = {
  title: '测试表',
  type: 'object',
  additionalProperties: false,
  required: ['name', 'lines'],
  properties: {
    name: { type: 'string', minLength: 1, maxLength: 5, title: { zh: '项目名称', en: 'Project name' } },
    kind: { type: 'string', enum: ['A', 'B'], title: '类别' },
    day: { type: 'string', format: 'date', title: '日期' },
    code: { type: 'string', format: 'credit-code' },
    number: { type: 'string', format: 'document-number', title: '文号' },
    place: { type: 'string', format: 'division' },
    scan: { type: 'integer', format: 'attachment' },
    agreed: { const: true, type: 'boolean', title: '同意' },
    lines: {
      type: 'array',
      minItems: 1,
      title: '明细',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['amount'],
        properties: { amount: { type: 'integer', format: 'money', title: '金额' } },
      },
    },
  },
};
const GOOD: JsonObject = { name: '项目', lines: [{ amount: 1 }] };

function validate(payload: Json) {
  const form = compileForm(FORM, 'test');
  if (!form.ok) throw new TypeError(JSON.stringify(form.problems));
  return form.value.validate(payload);
}

describe('a form', () => {
  it('accepts what keeps its rules', () => {
    expect(
      validate({
        ...GOOD,
        kind: 'A',
        day: '2026-02-28',
        code: '91350100M000100Y43',
        number: '昭民〔2026〕12号',
        place: '511921',
        scan: 5,
        agreed: true,
      }),
    ).toEqual([]);
  });

  it.each<readonly [JsonObject, string, string, string, string]>([
    [{ ...GOOD, name: '' }, '/name', 'minLength', '“项目名称”不能为空', '"Project name" must not be empty'],
    [{ lines: [{ amount: 1 }] }, '/name', 'required', '“项目名称”为必填项', '"Project name" is required'],
    [
      { ...GOOD, name: '六个字的名称' },
      '/name',
      'maxLength',
      '“项目名称”不能超过5个字',
      '"Project name" must have at most 5 characters',
    ],
    [{ ...GOOD, name: 5 }, '/name', 'type', '“项目名称”须为文字', '"Project name" must be a text'],
    [{ ...GOOD, kind: 'C' }, '/kind', 'enum', '“类别”须从下列各项中选择：A、B', '"类别" must be one of: A、B'],
    [
      { ...GOOD, day: '2026-02-30' },
      '/day',
      'format',
      '“日期”须为真实存在的日期，格式为“2026-01-31”',
      '"日期" must be a date that exists, like 2026-01-31',
    ],
    [{ ...GOOD, lines: [] }, '/lines', 'minItems', '“明细”至少须有1项', '"明细" must have at least 1 entries'],
    [
      { ...GOOD, lines: [{ amount: -1 }] },
      '/lines/0/amount',
      'format',
      '“金额”须为以“分”为单位的非负整数金额',
      '"金额" must be an amount in whole fen, not negative',
    ],
    [
      { ...GOOD, lines: [{ amount: 0.5 }] },
      '/lines/0/amount',
      'type',
      '“金额”须为整数',
      '"金额" must be a whole number',
    ],
    [{ ...GOOD, lines: [{}] }, '/lines/0/amount', 'required', '“金额”为必填项', '"金额" is required'],
    [{ ...GOOD, agreed: false }, '/agreed', 'const', '“同意”须为“true”', '"同意" must be true'],
    [
      { ...GOOD, more: 1 },
      '/more',
      'additionalProperties',
      '“more”不是本表单的字段',
      '"more" is no field of this form',
    ],
  ])('refuses %j and names the field in both languages', (payload, ...[pointer, keyword, zh, en]) => {
    expect(validate(payload)).toContainEqual({ pointer, keyword, message: { zh, en } });
  });

  it('refuses something that is no object at all', () => {
    for (const payload of [null, [], 'text', 5])
      expect(validate(payload)).toMatchObject([{ pointer: '', keyword: 'type' }]);
  });

  it('reports everything at once', () => {
    expect(
      validate({ name: '', day: 'x', lines: [{ amount: 'x' }] })
        .map((problem) => problem.pointer)
        .sort(),
    ).toEqual(['/day', '/lines/0/amount', '/name']);
  });
});

describe('formats', () => {
  const accepts = (format: string, value: Json): boolean => {
    const type = format === 'money' || format === 'attachment' ? 'integer' : 'string';
    const form = compileForm(
      { type: 'object', additionalProperties: false, properties: { it: { type, format } } },
      'test',
    );
    return form.ok && form.value.validate({ it: value }).length === 0;
  };

  it.each<readonly [string, Json, boolean]>([
    ['date', '2024-02-29', true],
    ['date', '2026-02-29', false],
    ['date', '2026-13-01', false],
    ['date', '2026-1-1', false],
    ['date', '20260101', false],
    ['money', 0, true],
    ['money', 9_007_199_254_740_991, true],
    ['money', 9_007_199_254_740_992, false],
    ['attachment', 0, false],
    ['credit-code', '91350100M000100Y43', true],
    ['credit-code', '91350100M000100Y44', false],
    ['credit-code', '91350100M000100Y4', false],
    ['credit-code', '91350100I000100Y43', false],
    ['document-number', '财库〔2014〕214号', true],
    ['document-number', '川民函〔2017〕12号', true],
    ['document-number', '昭民[2026]12号', false],
    ['document-number', '昭民〔2026〕012号', false],
    ['document-number', '〔2026〕12号', false],
    ['division', '511921', true],
    ['division', '511921001', true],
    ['division', '511921001002', true],
    ['division', '5119', false],
  ])('%s of %j: %s', (format, value, isGood) => {
    expect(accepts(format, value)).toBe(isGood);
  });
});

describe('compileForm', () => {
  it.each<readonly [string, JsonObject, RegExp]>([
    ['an open object', { type: 'object', properties: {} }, /accepts unknown fields.*additionalProperties: false/],
    [
      'an open object inside',
      { type: 'object', additionalProperties: false, properties: { a: { type: 'array', items: { type: 'object' } } } },
      /`\/properties\/a\/items`/,
    ],
    [
      'an unknown format',
      { type: 'object', additionalProperties: false, properties: { a: { type: 'string', format: 'fax' } } },
      /fax/,
    ],
    [
      'an unknown keyword',
      { type: 'object', additionalProperties: false, properties: { a: { type: 'string', minLenght: 3 } } },
      /minLenght/,
    ],
    [
      'a wrong type',
      { type: 'object', additionalProperties: false, properties: { a: { type: 'text' } } },
      /not correct/,
    ],
  ])('refuses %s', (_name, schema, says) => {
    const result = compileForm(schema, 'test');
    const [problem] = result.ok ? [] : result.problems;
    expect(`${problem?.message ?? ''}. ${problem?.hint ?? ''}`).toMatch(says);
  });

  it('keeps own keywords for screens', () => {
    const schema: JsonObject = {
      type: 'object',
      additionalProperties: false,
      properties: { a: { type: 'string', 'x-widget': 'textarea' } },
    };
    expect(compileForm(schema, 'test').ok).toBe(true);
  });
});
