import type { Json, JsonObject } from '#libs/kernel';

/** Makes a value that a form's schema lets through, by numbers that the caller draws. */
export function payloadOf(schema: JsonObject, draw: () => number): Json {
  const choices = [schema['enum'], schema['oneOf']].find((list) => Array.isArray(list));
  if (choices !== undefined) return constantOf(choices[draw() % choices.length] ?? null);
  return 'const' in schema ? constantOf(schema) : valueOf(schema, draw);
}

function constantOf(choice: Json): Json {
  return isObject(choice) && 'const' in choice ? (choice['const'] ?? null) : choice;
}

function valueOf(schema: JsonObject, draw: () => number): Json {
  switch (schema['type']) {
    case 'object':
      return objectOf(schema, draw);
    case 'array':
      return isObject(schema['items']) ? [payloadOf(schema['items'], draw)] : [];
    case 'boolean':
      return draw() % 2 === 0;
    case 'integer':
    case 'number':
      return Math.max(numberAt(schema, 'minimum', 1), 1);
    default:
      return schema['format'] === 'date' ? `2026-0${1 + (draw() % 9)}-15` : '甲';
  }
}

function objectOf(schema: JsonObject, draw: () => number): JsonObject {
  const properties = schema['properties'];
  if (!isObject(properties)) return {};
  return Object.fromEntries(
    Object.entries(properties).flatMap(([name, part]) => (isObject(part) ? [[name, payloadOf(part, draw)]] : [])),
  );
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function numberAt(schema: JsonObject, key: string, otherwise: number): number {
  const value = schema[key];
  return typeof value === 'number' ? value : otherwise;
}
