import { describe, expect, it } from '@jest/globals';
import { withOrder } from './form.order.js';

describe('withOrder', () => {
  it('keeps the order of fields as data, at every level', () => {
    const item = { type: 'object', properties: { name: { type: 'string' }, duty: { type: 'string' } } };
    const schema = {
      type: 'object',
      properties: { zeal: { type: 'integer' }, members: { type: 'array', items: item } },
    };
    expect(withOrder(schema)).toEqual({
      type: 'object',
      properties: {
        zeal: { type: 'integer' },
        members: { type: 'array', items: { ...item, 'x-order': ['name', 'duty'] } },
      },
      'x-order': ['zeal', 'members'],
    });
  });
});
