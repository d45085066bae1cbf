import type { Json, JsonObject } from '#libs/kernel';

/**
 * JSON knows no order of members and databases store their own, but a form is read from top to bottom:
 * each object schema says the order of its fields in `x-order`.
 */
export function withOrder(schema: JsonObject): JsonObject {
  const members = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, orderedIn(value)]));
  return isObject(schema['properties']) ? { ...members, 'x-order': Object.keys(schema['properties']) } : members;
}

function orderedIn(value: Json): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map(orderedIn);
  return isObject(value) ? withOrder(value) : value;
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
