import type { ErrorObject } from 'ajv';
import { FORM_FORMATS } from './formats.js';

/** A sentence in both languages of the product, without its subject. */
export interface Phrase {
  readonly zh: string;
  readonly en: string;
}

type PhraseOf = (params: Params) => Phrase;

/** What a validator says about one broken keyword. */
interface Params {
  readonly limit: string;
  readonly text: string;
  readonly values: string;
}

const TYPE_NAMES: { readonly [type: string]: Phrase } = {
  string: { zh: '文字', en: 'a text' },
  integer: { zh: '整数', en: 'a whole number' },
  number: { zh: '数字', en: 'a number' },
  boolean: { zh: '“是”或“否”', en: 'true or false' },
  array: { zh: '列表', en: 'a list' },
  object: { zh: '一组字段', en: 'a group of fields' },
  null: { zh: '空值', en: 'empty' },
};

const PHRASES: { readonly [keyword: string]: PhraseOf } = {
  required: () => ({ zh: '为必填项', en: 'is required' }),
  dependentRequired: () => ({ zh: '为必填项', en: 'is required' }),
  additionalProperties: () => ({ zh: '不是本表单的字段', en: 'is no field of this form' }),
  unevaluatedProperties: () => ({ zh: '不是本表单的字段', en: 'is no field of this form' }),
  minLength: ({ limit }) =>
    limit === '1'
      ? { zh: '不能为空', en: 'must not be empty' }
      : { zh: `不能少于${limit}个字`, en: `must have at least ${limit} characters` },
  maxLength: ({ limit }) => ({ zh: `不能超过${limit}个字`, en: `must have at most ${limit} characters` }),
  minimum: ({ limit }) => ({ zh: `不能小于${limit}`, en: `must be at least ${limit}` }),
  maximum: ({ limit }) => ({ zh: `不能大于${limit}`, en: `must be at most ${limit}` }),
  exclusiveMinimum: ({ limit }) => ({ zh: `须大于${limit}`, en: `must be more than ${limit}` }),
  exclusiveMaximum: ({ limit }) => ({ zh: `须小于${limit}`, en: `must be less than ${limit}` }),
  multipleOf: ({ text }) => ({ zh: `须为${text}的整数倍`, en: `must be a multiple of ${text}` }),
  minItems: ({ limit }) => ({ zh: `至少须有${limit}项`, en: `must have at least ${limit} entries` }),
  maxItems: ({ limit }) => ({ zh: `最多${limit}项`, en: `must have at most ${limit} entries` }),
  uniqueItems: () => ({ zh: '不能有重复项', en: 'must not have equal entries' }),
  contains: () => ({ zh: '缺少必须包含的项', en: 'lacks an entry that must be there' }),
  enum: ({ values }) => ({ zh: `须从下列各项中选择：${values}`, en: `must be one of: ${values}` }),
  const: ({ values }) => ({ zh: `须为“${values}”`, en: `must be ${values}` }),
  pattern: () => ({ zh: '格式不正确', en: 'has a wrong format' }),
  type: ({ text }) => typePhrase(text),
  format: ({ text }) => formatPhrase(text),
};

/** What is wrong, for the keyword that the validator reports. */
export function phraseOf(error: ErrorObject): Phrase {
  return (PHRASES[error.keyword] ?? unknownPhrase)(paramsOf(error));
}

function unknownPhrase(): Phrase {
  return { zh: '不符合填写要求', en: 'does not meet the rules of the form' };
}

function typePhrase(types: string): Phrase {
  const names = types.split('、').map((type) => TYPE_NAMES[type] ?? { zh: type, en: type });
  return {
    zh: `须为${names.map((name) => name.zh).join('或')}`,
    en: `must be ${names.map((name) => name.en).join(' or ')}`,
  };
}

function formatPhrase(name: string): Phrase {
  const format = FORM_FORMATS[name];
  return format === undefined ? { zh: '格式不正确', en: 'has a wrong format' } : { zh: format.zh, en: format.en };
}

function paramsOf({ params }: ErrorObject): Params {
  // Ajv types the parameters of its errors as any; each keyword has its own names.
  const known = params as { readonly [name: string]: unknown };
  const values = known['allowedValues'] ?? known['allowedValue'];
  return {
    limit: textOf(known['limit']),
    text: textOf(known['type'] ?? known['format'] ?? known['multipleOf']),
    values: textOf(values),
  };
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join('、');
  return typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value);
}
