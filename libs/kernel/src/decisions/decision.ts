import type { Json, Localized, ParameterSpec, ValueType } from '../definition/language.js';

/**
 * How the rules of a table are read: exactly one may hold, the first that holds counts, or all that hold
 * are given as a list.
 */
export const HIT_POLICIES = ['unique', 'first', 'collect'] as const;
export type HitPolicy = (typeof HIT_POLICIES)[number];

/** What an input may be: only types whose domain can be walked without a gap. */
export const DECISION_INPUT_TYPES = ['integer', 'money', 'boolean', 'string'] as const;
export type DecisionInputType = (typeof DECISION_INPUT_TYPES)[number];

/** A column that is asked: its domain is a closed list, a range of whole numbers, or yes and no. */
export interface DecisionInput {
  readonly type: DecisionInputType;
  /** Every value that a text may have. */
  readonly enum?: readonly string[];
  /** Smallest and greatest whole number; both belong to the domain. */
  readonly min?: number;
  readonly max?: number;
  readonly title?: Localized;
}

/** A column that is answered. */
export interface DecisionOutput {
  readonly type: ValueType;
  readonly enum?: readonly Json[];
  readonly title?: Localized;
}

/** One row. An input that `when` does not name may be anything. */
export interface DecisionRule {
  /** FEEL unary tests by input. */
  readonly when: { readonly [input: string]: string };
  readonly then: { readonly [output: string]: Json };
  readonly law?: string;
  readonly note?: string;
  readonly line: number;
}

/** 决策表: a table of rules as its YAML file says it, with every default filled in. */
export interface DecisionDefinition {
  readonly decision: string;
  readonly title: Localized;
  readonly law: readonly string[];
  readonly hit: HitPolicy;
  /** Thresholds that the rules name and a region may set. */
  readonly parameters: { readonly [name: string]: ParameterSpec };
  readonly inputs: { readonly [name: string]: DecisionInput };
  readonly outputs: { readonly [name: string]: DecisionOutput };
  readonly rules: readonly DecisionRule[];
  readonly file: string;
  /** YAML line of each part by its JSON pointer. */
  readonly lines: { readonly [pointer: string]: number };
}

/** YAML line of a part of a table, or of the nearest part around it. */
export function lineIn(definition: DecisionDefinition, pointer: string): number {
  for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    const line = definition.lines[at];
    if (line !== undefined) return line;
  }
  return 1;
}
