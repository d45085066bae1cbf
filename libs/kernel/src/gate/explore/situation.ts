import type { Json } from '../../definition/language.js';
import type { Memory } from '../../reference/reference-moves.js';
import { isLeaf, type TreeNode } from '../../reference/reference-tree.js';

/** Values of the followed variables; one that is missing is set to something that the gate has lost sight of. */
export type KnownValues = ReadonlyMap<string, Json>;

/** How many children a state with `each` has, and how many of them are done. */
export interface ChildCount {
  readonly count: number;
  readonly done: number;
  /** The number stands for others that guards cannot tell from it. */
  readonly isSampled: boolean;
}

/** Everything on which the further course of a process depends, as far as guards can tell. */
export interface Situation {
  readonly active: ReadonlySet<TreeNode>;
  readonly memory: Memory;
  readonly values: KnownValues;
  readonly parameters: { readonly [name: string]: Json };
  /** Names of deadlines that have passed. */
  readonly elapsed: ReadonlySet<string>;
  /** Deadlines of active states that have passed, each as `<state> <deadline>`. */
  readonly spent: ReadonlySet<string>;
  /** Of active states with `each`. */
  readonly children: ReadonlyMap<string, ChildCount>;
  /** States whose task somebody has done, as far as another may be returned to them. */
  readonly acted: ReadonlySet<string>;
  readonly isDone: boolean;
}

/** Paths of the active atomic and final states, sorted. */
export function leavesOf({ active }: Situation): readonly string[] {
  return [...active]
    .filter(isLeaf)
    .map(({ spec }) => spec.path)
    .sort();
}

/** Equal for situations that are equal. */
export function keyOf(situation: Situation): string {
  const { memory, values, parameters, elapsed, spent, children, acted, isDone } = situation;
  const remembered = [...memory].map(([path, states]) => [path, states.map(({ spec }) => spec.path)] as const);
  return JSON.stringify([
    leavesOf(situation),
    isDone,
    sorted(values),
    parameters,
    [...elapsed].sort(),
    [...spent].sort(),
    sorted(remembered),
    sorted(children),
    [...acted].sort(),
  ]);
}

function sorted<T>(entries: Iterable<readonly [string, T]>): readonly (readonly [string, T])[] {
  return [...entries].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Whether the same states are active. */
export function isSameSet(one: ReadonlySet<TreeNode>, other: ReadonlySet<TreeNode>): boolean {
  return one.size === other.size && [...one].every((state) => other.has(state));
}
