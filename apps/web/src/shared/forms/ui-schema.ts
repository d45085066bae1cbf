import type { UiSchema } from '@rjsf/utils';
import type { JsonSchema } from '../../api/shapes.js';

const LONG_TEXT = 200;

/** How each field is drawn follows from its schema: `format`, `x-widget`, `x-lookup`, length. */
export function uiSchemaOf(schema: JsonSchema): UiSchema {
  const own = widgetOf(schema);
  const children = Object.entries(recordOf(schema.properties)).map(([name, child]) => [
    name,
    uiSchemaOf(recordOf(child)),
  ]);
  const items = schema.items === undefined ? {} : { items: uiSchemaOf(recordOf(schema.items)) };
  const order = Array.isArray(schema['x-order']) ? { 'ui:order': [...(schema['x-order'] as string[]), '*'] } : {}; // names
  return { ...own, ...order, ...items, ...(Object.fromEntries(children) as UiSchema) };
}

function widgetOf(schema: JsonSchema): UiSchema {
  if (typeof schema['x-lookup'] === 'string') {
    return { 'ui:widget': 'lookup', 'ui:options': { lookup: schema['x-lookup'] } };
  }
  if (typeof schema['x-widget'] === 'string') return { 'ui:widget': schema['x-widget'] };
  if (typeof schema.format === 'string' && OWN_FORMATS.has(schema.format)) return { 'ui:widget': schema.format };
  if (schema.const === true || schema.type === 'boolean')
    return { 'ui:widget': schema.const === true ? 'checkbox' : 'radio' };
  const isLong = schema.type === 'string' && Number(schema.maxLength ?? 0) > LONG_TEXT && !('oneOf' in schema);
  return isLong ? { 'ui:widget': 'textarea' } : {};
}

const OWN_FORMATS = new Set(['money', 'attachment', 'division', 'date']);

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}; // a JSON object
}
