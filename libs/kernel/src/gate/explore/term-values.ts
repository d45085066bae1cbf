import type { Json, JsonObject } from '../../definition/language.js';
import { isJsonObject } from '../../values/value-type.js';
import type { ReadExpression } from './gate-language.js';

const MAX_VERDICTS = 400;

/** Each open term is compared with others or stands alone, so that samples can stand for all its values. */
export function isFollowable({ atoms }: ReadExpression, open: readonly string[]): boolean {
  return atoms.every((atom) => atom.isBare || atom.isPlain || !atom.terms.some((term) => open.includes(term)));
}

/** Every way to take one value of each list; null when there are too many. */
export function combinations(lists: readonly (readonly Json[])[]): readonly (readonly Json[])[] | null {
  if (lists.reduce((product, values) => product * values.length, 1) > MAX_VERDICTS) return null;
  return lists.reduce<readonly (readonly Json[])[]>(
    (cases, values) => cases.flatMap((one) => values.map((value) => [...one, value])),
    [[]],
  );
}

export function zip(terms: readonly string[], values: readonly Json[]): readonly (readonly [string, Json])[] {
  return terms.map((term, at) => [term, values[at] ?? null]);
}

export function rootOf(term: string): string {
  return term.split('.')[0] ?? term;
}

export function member(object: JsonObject, name: string): JsonObject {
  const value = object[name] ?? null;
  return isJsonObject(value) ? value : {};
}

export type Tree = { [name: string]: Json };

export function put(tree: Tree, [name, ...rest]: readonly string[], value: Json): void {
  if (name === undefined) return;
  if (rest.length === 0) {
    tree[name] = value;
    return;
  }
  const inner: Tree = member(tree, name);
  tree[name] = inner;
  put(inner, rest, value);
}
