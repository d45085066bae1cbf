import { FIELD_RIGHTS, type FieldRight, type FieldSpec } from '../definition/field-spec.js';
import type { Json, JsonObject } from '../definition/language.js';

/** Fields that a person may not enter; all others it may. */
export type FieldRights = ReadonlyMap<string, Exclude<FieldRight, 'write'>>;

/** Of several roles the widest right counts. */
export function fieldRights(
  fields: { readonly [field: string]: FieldSpec } | undefined,
  roles: readonly string[],
): FieldRights {
  const narrowed = new Map<string, Exclude<FieldRight, 'write'>>();
  for (const [name, spec] of Object.entries(fields ?? {})) {
    const right = rightOf(spec, roles);
    if (right !== 'write') narrowed.set(name, right);
  }
  return narrowed;
}

/** The form as that person sees it: without what is hidden, and marked where it only reads. */
export function schemaWithRights(schema: JsonObject, rights: FieldRights): JsonObject {
  if (rights.size === 0) return schema;
  const { properties, required } = schema;
  return {
    ...schema,
    ...(isObject(properties) ? { properties: propertiesWith(properties, rights) } : {}),
    ...(Array.isArray(required) ? { required: required.filter((name) => !rights.has(String(name))) } : {}),
  };
}

function rightOf({ roles, others }: FieldSpec, held: readonly string[]): FieldRight {
  const named = held.flatMap((role) => roles[role] ?? []);
  return FIELD_RIGHTS.findLast((right) => named.includes(right)) ?? others;
}

function propertiesWith(properties: JsonObject, rights: FieldRights): JsonObject {
  const shown = Object.entries(properties).filter(([name]) => rights.get(name) !== 'hidden');
  return Object.fromEntries(
    shown.map(([name, property]) => [
      name,
      rights.has(name) && isObject(property) ? { ...property, readOnly: true } : property,
    ]),
  );
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
