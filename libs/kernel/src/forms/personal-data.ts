import type { Json, JsonObject } from '../definition/language.js';
import { isJsonObject } from '../values/value-type.js';
import { FORM_FORMATS } from './formats.js';

/** One value of a payload whose format marks it as personal data (个人信息). */
export interface PersonalValue {
  /** JSON pointer into the payload. */
  readonly pointer: string;
  readonly format: string;
  readonly value: string;
}

/** What may be shown of a value: its first and last characters (身份证号前6后4、电话前3后4). */
export function maskOf(format: string, value: string): string {
  const { head, tail } = FORM_FORMATS[format]?.mask ?? { head: 0, tail: 0 };
  const hidden = Math.max(0, value.length - head - tail);
  return hidden === 0
    ? '*'.repeat(value.length)
    : value.slice(0, head) + '*'.repeat(hidden) + value.slice(-tail || value.length);
}

/** Replaces every value that the form's schema marks as personal data by what `replace` makes of it. */
export function replacePersonalData(
  schema: JsonObject,
  payload: JsonObject,
  replace: (value: PersonalValue) => string,
): JsonObject {
  const replaced = walk(schema, payload, { pointer: '', replace });
  return isJsonObject(replaced) ? replaced : payload;
}

/** Whether a form asks for personal data anywhere. */
export function hasPersonalData(schema: Json): boolean {
  if (Array.isArray(schema)) return schema.some((part: Json) => hasPersonalData(part));
  if (!isJsonObject(schema)) return false;
  return isPersonal(schema['format']) || Object.values(schema).some(hasPersonalData);
}

interface Walk {
  readonly pointer: string;
  readonly replace: (value: PersonalValue) => string;
}

/** Keywords whose schemas hold for the same value. */
const BESIDE = ['if', 'then', 'else', 'allOf', 'anyOf', 'oneOf'] as const;

function walk(schema: JsonObject, value: Json, { pointer, replace }: Walk): Json {
  const format = schema['format'];
  if (typeof value === 'string') return isPersonal(format) ? replace({ pointer, format, value }) : value;
  const own = Array.isArray(value)
    ? walkItems(schema, value, { pointer, replace })
    : isJsonObject(value)
      ? walkMembers(schema, value, { pointer, replace })
      : value;
  return besides(schema).reduce((result, beside) => walk(beside, result, { pointer, replace }), own);
}

function walkItems(schema: JsonObject, value: readonly Json[], { pointer, replace }: Walk): Json {
  const items = schema['items'];
  if (!isJsonObject(items)) return value;
  return value.map((item, position) => walk(items, item, { pointer: `${pointer}/${position}`, replace }));
}

function walkMembers(schema: JsonObject, value: JsonObject, { pointer, replace }: Walk): Json {
  const properties = schema['properties'];
  if (!isJsonObject(properties)) return value;
  const members = Object.entries(value).map(([name, member]): [string, Json] => {
    const property = Object.hasOwn(properties, name) ? properties[name] : undefined;
    const at = `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    return [name, isJsonObject(property) ? walk(property, member, { pointer: at, replace }) : member];
  });
  return Object.fromEntries(members);
}

function besides(schema: JsonObject): JsonObject[] {
  return BESIDE.flatMap((keyword) => {
    const part = schema[keyword];
    return Array.isArray(part) ? part.filter(isJsonObject) : isJsonObject(part) ? [part] : [];
  });
}

function isPersonal(format: Json | undefined): format is string {
  return typeof format === 'string' && FORM_FORMATS[format]?.mask !== undefined;
}
