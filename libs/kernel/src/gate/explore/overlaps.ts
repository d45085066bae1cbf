import type { TransitionSpec } from '../../definition/language.js';
import type { TreeNode } from '../../reference/reference-tree.js';
import type { Given, StepValues } from './step-values.js';

/** Two branches whose guards hold together, so that only their order decides. */
export interface Overlap {
  readonly source: TreeNode;
  readonly first: TransitionSpec;
  readonly second: TransitionSpec;
}

/** Collects overlaps of guarded branches while a step is taken. */
export class Overlaps {
  readonly found: Overlap[] = [];

  constructor(private readonly values: StepValues) {}

  /** Looks whether a later branch holds as well as the first one that does; a last branch without guard is meant so. */
  note(source: TreeNode, specs: readonly TransitionSpec[], first: TransitionSpec, given: Given): void {
    if (first.guard === undefined) return;
    for (const second of specs.slice(specs.indexOf(first) + 1)) {
      if (second.guard === undefined || second.guard === first.guard || isSame(first, second)) continue;
      if (this.certainlyHolds(second.guard, given)) this.found.push({ source, first, second });
    }
  }

  private certainlyHolds(guard: string, given: Given): boolean {
    const before = this.values.guess;
    const isCertain = this.values.valueOf(guard, given) === true && this.values.guess === before;
    this.values.guess = before;
    return isCertain;
  }
}

/** Whether it makes no difference which of them is taken. */
function isSame(one: TransitionSpec, other: TransitionSpec): boolean {
  return consequence(one) === consequence(other);
}

function consequence({ target, assign, actions, extend, reenter }: TransitionSpec): string {
  return JSON.stringify([target, assign, actions, extend, reenter]);
}
