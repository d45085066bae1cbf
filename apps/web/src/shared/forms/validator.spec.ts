import { describe, expect, it } from '@jest/globals';
import type { RJSFSchema } from '@rjsf/utils';
import { zh } from '../../locales/zh.js';
import { createValidator } from './validator.js';

const validator = createValidator(zh);

const schema: RJSFSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['price', 'promise', 'lines'],
  properties: {
    price: { type: 'integer', format: 'money', minimum: 1, maximum: 100 },
    promise: { const: true },
    kind: { oneOf: [{ const: 'a' }, { const: 'b' }] },
    day: { type: 'string', format: 'date' },
    finding: { type: 'string', minLength: 2 },
    lines: {
      type: 'array',
      minItems: 1,
      items: { type: 'object', required: ['name'], properties: { name: { type: 'string', maxLength: 4 } } },
    },
  },
  if: { properties: { kind: { const: 'b' } }, required: ['kind'] },
  then: { required: ['finding'] },
};

const valid = { price: 50, promise: true, lines: [{ name: '人员' }] };

function problemsOf(change: object): string[][] {
  const { errors } = validator.validateFormData({ ...valid, ...change }, schema);
  return errors.map((error) => [error.property ?? '', error.message ?? '']);
}

describe('the validator of forms', () => {
  it('accepts what the schema accepts', () => {
    expect(problemsOf({})).toEqual([]);
    expect(problemsOf({ kind: 'a', day: '2026-02-28', finding: undefined })).toEqual([]);
  });

  it.each([
    ['a missing field', { price: undefined }, ['.price', '必填']],
    ['an amount below the least', { price: 0 }, ['.price', '不得小于 1']],
    ['an amount above the most', { price: 101 }, ['.price', '不得大于 100']],
    ['a promise that is not given', { promise: false }, ['.promise', '必须为规定的值']],
    ['a choice that is not in the list', { kind: 'c' }, ['.kind', '请从列表中选择']],
    ['a date that does not exist', { day: '2026-02-30' }, ['.day', '日期不存在或格式不符（年-月-日）']],
    ['an empty list', { lines: [] }, ['.lines', '至少 1 项']],
    ['a field inside a list', { lines: [{ name: '一二三四五' }] }, ['.lines.0.name', '最多 4 个字']],
    ['a missing field inside a list', { lines: [{}] }, ['.lines.0.name', '必填']],
    ['what another answer makes necessary', { kind: 'b' }, ['.finding', '必填']],
  ])('marks %s, once, at its place', (_, change, problem) => {
    expect(problemsOf(change)).toEqual([problem]);
  });
});
