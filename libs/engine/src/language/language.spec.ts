import { describe, expect, it } from '@jest/globals';
import { compileForm } from '#libs/kernel';
import { schemaIn, titleIn } from './language.js';

const FORM = {
  title: { zh: '请假', en: 'Leave' },
  type: 'object',
  additionalProperties: false,
  properties: {
    title: { type: 'string', title: { zh: '事由', en: 'Reason' }, description: { zh: '写明', en: 'In words' } },
    kinds: {
      type: 'array',
      title: '种类',
      items: { type: 'string', oneOf: [{ const: 'ill', title: { zh: '病假', en: 'Ill' } }] },
    },
  },
};

describe('schemaIn', () => {
  const compiled = compileForm(FORM, 'leave');
  const schema = compiled.ok ? compiled.value.schema : {};

  it('gives every title, description and choice in the language asked for', () => {
    expect(schemaIn('en', schema)).toEqual({
      ...FORM,
      title: 'Leave',
      properties: {
        title: { type: 'string', title: 'Reason', description: 'In words' },
        kinds: {
          type: 'array',
          title: '种类',
          items: { type: 'string', oneOf: [{ const: 'ill', title: 'Ill' }] },
        },
      },
    });
  });

  it('leaves nothing English in a Chinese form', () => {
    const chinese = schemaIn('zh', schema);
    expect(JSON.stringify(chinese)).not.toMatch(/Leave|Reason|In words|Ill"|x-/);
    expect(chinese).toMatchObject({ title: '请假', properties: { title: { title: '事由', description: '写明' } } });
  });
});

describe('titleIn', () => {
  it.each([
    ['en', { zh: '审查', en: 'Review' }, 'Review'],
    ['zh', { zh: '审查', en: 'Review' }, '审查'],
    ['en', { zh: '审查' }, '审查'],
    ['en', undefined, 'review'],
  ] as const)('%s of %j is %s', (language, title, expected) => {
    expect(titleIn(language, title, 'review')).toBe(expected);
  });
});
