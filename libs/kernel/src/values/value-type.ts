import type { Json, JsonObject, ValueType } from '../definition/language.js';
import { parseDuration } from './duration.js';
import { isPlainDate } from './plain-date.js';

/** Keys that XState gives a meaning of its own inside a context. */
const RESERVED_KEYS: ReadonlySet<string> = new Set(['xstate$$type', '__proto__']);

const CHECKS: { readonly [type in ValueType]: (value: Json) => boolean } = {
  boolean: (value) => typeof value === 'boolean',
  integer: (value) => Number.isSafeInteger(value),
  money: (value) => Number.isSafeInteger(value),
  string: (value) => typeof value === 'string',
  date: (value) => typeof value === 'string' && isPlainDate(value),
  duration: (value) => typeof value === 'string' && parseDuration(value) !== null,
  list: (value) => Array.isArray(value) && !hasReservedKey(value),
  object: (value) => isJsonObject(value) && !hasReservedKey(value),
};

/** Whether the value is of the declared type. Null belongs to no type: it means "not set". */
export function isOfType(value: Json, type: ValueType): boolean {
  return CHECKS[type](value);
}

/** Whether the value is an object of JSON. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function hasReservedKey(value: Json): boolean {
  if (Array.isArray(value)) return value.some(hasReservedKey);
  if (!isJsonObject(value)) return false;
  return (
    Object.entries(value).some(([key, item]) => RESERVED_KEYS.has(key) || hasReservedKey(item)) || looksLikeActor(value)
  );
}

/** `getPersistedSnapshot` would take such an object for a running actor. */
function looksLikeActor(value: JsonObject): boolean {
  return 'sessionId' in value && 'send' in value && 'ref' in value;
}

/** What a value of the type looks like, for messages. */
export const TYPE_EXAMPLES: { readonly [type in ValueType]: string } = {
  boolean: 'true or false',
  integer: 'a whole number',
  money: 'a whole number of fen',
  string: 'a text',
  date: 'a date that exists, like 2026-01-31',
  duration: 'a duration like P10D, P7WD, P1M or PT30M',
  list: 'a list',
  object: 'an object',
};
