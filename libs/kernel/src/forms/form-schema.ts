import type { Json, JsonObject } from '../definition/language.js';
import { isJsonObject } from '../values/value-type.js';

/** Title of a field in English, kept beside the Chinese `title` once a form is normalised. */
export const ENGLISH_TITLE = 'x-title-en';

const LOCALIZED_KEYS: ReadonlySet<string> = new Set(['title', 'description']);
/** Keywords whose members are names chosen by the author, not keywords. */
const NAMED_KEYS: ReadonlySet<string> = new Set(['properties', '$defs', 'patternProperties', 'dependentSchemas']);
/** Keywords whose values are data, not schemas. */
const DATA_KEYS: ReadonlySet<string> = new Set(['const', 'enum', 'default', 'examples']);

/** JSON Schema has titles of one language: `{ zh, en }` becomes the Chinese text and an English one beside it. */
export function normaliseFormSchema(schema: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(schema).flatMap(([key, value]) => normaliseEntry(key, value)));
}

function normaliseEntry(key: string, value: Json): readonly (readonly [string, Json])[] {
  if (LOCALIZED_KEYS.has(key) && isJsonObject(value)) {
    const english: readonly (readonly [string, Json])[] =
      typeof value['en'] === 'string' ? [[`x-${key}-en`, value['en']]] : [];
    return [[key, value['zh'] ?? ''], ...english];
  }
  if (DATA_KEYS.has(key) || key.startsWith('x-')) return [[key, value]];
  if (NAMED_KEYS.has(key) && isJsonObject(value)) return [[key, mapObject(value, normaliseValue)]];
  return [[key, normaliseValue(value)]];
}

function normaliseValue(value: Json): Json {
  if (Array.isArray(value)) return value.map(normaliseValue);
  return isJsonObject(value) ? normaliseFormSchema(value) : value;
}

function mapObject(object: JsonObject, change: (value: Json) => Json): JsonObject {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));
}

/** A schema inside a form with its JSON pointer. */
export interface SubSchema {
  readonly pointer: string;
  readonly schema: JsonObject;
}

/** All schemas of a form, the outermost first. */
export function subSchemas(schema: JsonObject, pointer = ''): readonly SubSchema[] {
  return [
    { pointer, schema },
    ...Object.entries(schema).flatMap(([key, value]) => below(key, value, `${pointer}/${key}`)),
  ];
}

function below(key: string, value: Json, pointer: string): readonly SubSchema[] {
  if (DATA_KEYS.has(key) || key.startsWith('x-')) return [];
  if (NAMED_KEYS.has(key) && isJsonObject(value)) {
    return Object.entries(value).flatMap(([name, child]) =>
      isJsonObject(child) ? subSchemas(child, `${pointer}/${name}`) : [],
    );
  }
  if (Array.isArray(value))
    return value.flatMap((item, position) => (isJsonObject(item) ? subSchemas(item, `${pointer}/${position}`) : []));
  return isJsonObject(value) ? subSchemas(value, pointer) : [];
}
