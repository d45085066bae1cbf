import type { Json } from '../../definition/language.js';
import type { ValueFlow } from './value-flow.js';

export type ParameterCase = { readonly [name: string]: Json };

/** Combinations of values of the parameters that guards read. */
export interface ParameterCases {
  readonly cases: readonly ParameterCase[];
  /** False when there are too many to look at all of them. */
  readonly areAll: boolean;
}

const MAX_CASES = 64;

/** Every combination of pinned values and bounds, or, when there are too many, each alone. */
export function parameterCases(flow: ValueFlow, pinned: ParameterCase): ParameterCases {
  const names = [...flow.parameters];
  const choices = names.map((name) => {
    const given = pinned[name];
    const values = flow.parameterValues(name);
    return given === undefined ? values : [...new Set([given, ...values])];
  });
  const count = choices.reduce((product, values) => product * values.length, 1);
  if (count <= MAX_CASES) return { cases: combinations(names, choices), areAll: true };
  const deepest = Math.max(...choices.map((values) => values.length));
  const cases = Array.from({ length: deepest }, (_, at) =>
    Object.fromEntries(
      names.map((name, position) => [name, choices[position]?.[at] ?? choices[position]?.[0] ?? null]),
    ),
  );
  return { cases, areAll: false };
}

function combinations(names: readonly string[], choices: readonly (readonly Json[])[]): readonly ParameterCase[] {
  return names.reduce<readonly ParameterCase[]>(
    (cases, name, at) => cases.flatMap((one) => (choices[at] ?? []).map((value) => ({ ...one, [name]: value }))),
    [{}],
  );
}
