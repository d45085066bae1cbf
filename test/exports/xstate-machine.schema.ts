/**
 * What XState asks of a serialised machine definition, in our own words: the schema stands in XState's repository
 * (packages/core/src/machine.schema.json) but is no part of its npm package.
 */
const part = { type: 'object', required: ['type'], properties: { type: { type: 'string' } } };
const parts = { type: 'array', items: part };
const move = {
  type: 'object',
  required: ['actions', 'source', 'target'],
  properties: { actions: parts, source: { type: 'string' }, target: { type: 'array', items: { type: 'string' } } },
};
const moves = {
  type: 'array',
  items: { allOf: [move, { required: ['eventType'], properties: { eventType: { type: 'string' } } }] },
};
const movesByEvent = { type: 'object', additionalProperties: moves };
const child = {
  type: 'object',
  required: ['type', 'id', 'src'],
  additionalProperties: false,
  properties: { type: { type: 'string' }, id: { type: 'string' }, src: { type: 'string' } },
};
const initial = { allOf: [move, { properties: { target: { minItems: 1 } } }] };
const states = { type: 'object', additionalProperties: { $ref: '#/$defs/node' } };

const node = {
  type: 'object',
  required: ['id', 'key', 'type'],
  properties: {
    id: { type: 'string' },
    key: { type: 'string' },
    type: { enum: ['atomic', 'compound', 'parallel', 'final', 'history'] },
    order: { type: 'integer' },
    description: { type: 'string' },
    entry: parts,
    exit: parts,
    initial,
    invoke: { type: 'array', items: child },
    on: movesByEvent,
    states,
  },
  allOf: [
    { if: { properties: { type: { enum: ['compound', 'parallel'] } } }, then: { required: ['states'] } },
    { if: { properties: { type: { const: 'atomic' } } }, then: { required: ['on'] } },
    {
      if: { properties: { type: { const: 'history' } } },
      then: { required: ['history'], properties: { history: { enum: ['shallow', 'deep'] } } },
    },
  ],
};

export const MACHINE_SCHEMA = {
  $defs: { node },
  type: 'object',
  required: ['id', 'key', 'type', 'states'],
  properties: {
    id: { type: 'string' },
    key: { type: 'string' },
    type: { enum: ['compound', 'parallel'] },
    context: { type: 'object' },
    version: { type: 'string' },
    order: { type: 'integer' },
    initial,
    entry: { type: 'array' },
    exit: { type: 'array' },
    invoke: { type: 'array', items: child },
    on: movesByEvent,
    states,
  },
};
