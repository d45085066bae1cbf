import type { Json } from '../definition/language.js';
import type { StepFacts } from '../step/step.types.js';

/** Everything that an expression may read. */
export interface Scope {
  readonly variables: { readonly [name: string]: Json };
  /** Names of the deadlines that have passed. */
  readonly elapsed: ReadonlySet<string>;
  readonly facts: StepFacts;
  /** What the finished child or final state gave; only in `onDone`. */
  readonly output?: Json;
  /** How far the children of a state with `each` are; only in its own transitions. */
  readonly children?: Json;
  /** The answer of a decision table by its name in the definition. */
  readonly decide?: (name: string) => Json;
}

/** What a definition lets its expressions name. */
export interface Vocabulary {
  /** Kind of every top-level name. */
  readonly names: ReadonlyMap<string, NameKind>;
  /** Values of parameters that the facts do not carry. */
  readonly defaults: { readonly [parameter: string]: Json };
}

export type NameKind = 'variable' | 'parameter' | 'view' | 'decision' | 'plain';

/** Names that no definition may declare: they mean something in every expression. */
export const RESERVED_NAMES = ['command', 'output', 'children', 'item', 'partial'] as const;
/** Members of the reserved name `command`. */
export const COMMAND_MEMBERS = ['at', 'actor', 'organisation', 'payload'] as const;
