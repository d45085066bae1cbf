import { createHash } from 'node:crypto';
import type { Json } from '#libs/kernel';

/** JSON with sorted keys: the same value always gives the same text, whatever store it went through. */
export function canonicalJson(value: Json): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const entries = Object.entries(value)
    // A member set to undefined is absent, as in JSON.stringify.
    .filter(([, member]: [string, Json | undefined]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`).join(',')}}`;
}

export function sha256(...parts: readonly (string | Buffer)[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

export function hashOf(value: Json): string {
  return sha256(canonicalJson(value)).toString('hex');
}

/** Whether both hold the same, whatever the order of their members. */
export function isSame(a: Json, b: Json): boolean {
  return canonicalJson(a) === canonicalJson(b);
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
