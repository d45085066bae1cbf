import type { Json, JsonObject } from '../definition/language.js';

/** What expressions read as `children`: how many there are, how many are done, and what those gave. */
export type ChildrenFact = {
  readonly count: number;
  readonly done: number;
  readonly outputs: readonly Json[];
};

/** The fact that a state's memory of its children stands for. */
export function childrenFact(memory: readonly (JsonObject | null)[]): ChildrenFact {
  const outputs = memory.filter((output) => output !== null);
  return { count: memory.length, done: outputs.length, outputs };
}
