import { describe, expect, it } from '@jest/globals';
import { uiSchemaOf } from './ui-schema.js';

describe('uiSchemaOf', () => {
  it('draws each field by what its schema says', () => {
    const schema = {
      type: 'object',
      'x-order': ['price', 'opinion'],
      properties: {
        opinion: { type: 'string', maxLength: 2000 },
        price: { type: 'integer', format: 'money' },
        promise: { const: true, type: 'boolean' },
        account: { type: 'integer', 'x-lookup': '/api/v1/funds' },
        lines: {
          type: 'array',
          items: { type: 'object', properties: { file: { type: 'integer', format: 'attachment' } } },
        },
      },
    };
    expect(uiSchemaOf(schema)).toEqual({
      'ui:order': ['price', 'opinion', '*'],
      opinion: { 'ui:widget': 'textarea' },
      price: { 'ui:widget': 'money' },
      promise: { 'ui:widget': 'checkbox' },
      account: { 'ui:widget': 'lookup', 'ui:options': { lookup: '/api/v1/funds' } },
      lines: { items: { file: { 'ui:widget': 'attachment' } } },
    });
  });

  it('leaves short texts and choices to the form library', () => {
    const properties = { name: { type: 'string', maxLength: 40 }, kind: { type: 'string', oneOf: [{ const: 'a' }] } };
    expect(uiSchemaOf({ type: 'object', properties })).toEqual({ name: {}, kind: {} });
  });
});
