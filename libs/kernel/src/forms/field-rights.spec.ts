import { describe, expect, it } from '@jest/globals';
import { fieldRights, schemaWithRights } from './field-rights.js';

const FIELDS = {
  amount: { roles: {}, others: 'read' },
  opinion: { roles: { leader: 'write', auditor: 'read' }, others: 'hidden' },
  note: { roles: { auditor: 'hidden' }, others: 'write' },
} as const;

describe('fieldRights', () => {
  it.each<[string, readonly string[], readonly (readonly [string, string])[]]>([
    [
      'nobody in particular',
      [],
      [
        ['amount', 'read'],
        ['opinion', 'hidden'],
      ],
    ],
    ['a named role', ['leader'], [['amount', 'read']]],
    [
      'another named role',
      ['auditor'],
      [
        ['amount', 'read'],
        ['opinion', 'read'],
        ['note', 'hidden'],
      ],
    ],
    [
      'the widest of several roles',
      ['auditor', 'leader'],
      [
        ['amount', 'read'],
        ['note', 'hidden'],
      ],
    ],
  ])('of %s', (_, roles, expected) => {
    expect([...fieldRights(FIELDS, roles)]).toEqual(expected);
  });

  it('of a task that narrows nothing', () => {
    expect(fieldRights(undefined, ['leader']).size).toBe(0);
  });
});

describe('schemaWithRights', () => {
  const schema = {
    type: 'object',
    required: ['amount', 'opinion', 'note'],
    properties: { amount: { type: 'integer' }, opinion: { type: 'string' }, note: { type: 'string' } },
  };

  it('leaves out what is hidden, and marks and does not ask for what is only read', () => {
    expect(schemaWithRights(schema, fieldRights(FIELDS, []))).toEqual({
      type: 'object',
      required: ['note'],
      properties: { amount: { type: 'integer', readOnly: true }, note: { type: 'string' } },
    });
  });

  it('leaves a form alone that nothing narrows', () => {
    expect(schemaWithRights(schema, new Map())).toBe(schema);
  });
});
