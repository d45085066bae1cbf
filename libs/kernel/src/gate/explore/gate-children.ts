import { type Json, type JsonObject, MAX_CHILDREN, type StateSpec } from '../../definition/language.js';
import type { TreeNode } from '../../reference/reference-tree.js';
import type { ChoiceTree } from './choice-tree.js';
import type { GateLanguage } from './gate-language.js';
import type { ChildCount, Situation } from './situation.js';
import type { Given, StepValues } from './step-values.js';
import { GateRefusal } from './stimulus.js';

/**
 * The children of states with `each`: how many there are and how many are done. What they give is open; how many
 * there are is exact where the list can be computed, and else every number that guards can tell apart.
 */
export class GateChildren {
  private readonly counts: Map<string, ChildCount>;

  constructor(
    private readonly language: GateLanguage,
    private readonly values: StepValues,
    private readonly choices: ChoiceTree,
    before: Situation,
  ) {
    this.counts = new Map(before.children);
  }

  /** Those of the active states. */
  of(active: ReadonlySet<TreeNode>): ReadonlyMap<string, ChildCount> {
    if (this.counts.size === 0) return this.counts;
    const paths = new Set([...active].map(({ spec }) => spec.path));
    return new Map([...this.counts].filter(([path]) => paths.has(path)));
  }

  /** Starts those of a state; false where it has none by `each`. */
  start({ path, subprocess }: StateSpec): boolean {
    const each = subprocess?.each;
    if (each === undefined) return false;
    const list = this.values.knownValueOf(each.list, { output: {} });
    const count = list === undefined ? this.guessedCount(each.list) : lengthOf(list);
    if (count === null)
      throw new GateRefusal('bad-list', null, each.list, { state: path, pointer: '/subprocess/each' });
    this.counts.set(path, { count, done: 0, isSampled: list === undefined });
    return true;
  }

  /** One more is done. */
  complete(state: string): void {
    const known = this.counts.get(state);
    if (known !== undefined) this.counts.set(state, { ...known, done: known.done + 1 });
  }

  /** What the transitions of a state read besides variables. */
  givenIn({ path, subprocess }: StateSpec, output: JsonObject | null): Given {
    const children = subprocess?.each === undefined ? undefined : this.counts.get(path);
    return children === undefined ? { output } : { output: null, children };
  }

  /** Whether they have all done their work, or enough of them. */
  areDone(source: TreeNode): boolean {
    const { path, subprocess, onDone } = source.spec;
    const children = this.counts.get(path);
    const [first] = onDone;
    if (subprocess?.each === undefined || children === undefined || first === undefined) return false;
    if (children.done === children.count) return true;
    const { completeWhen } = subprocess.each;
    if (completeWhen === undefined) return false;
    const isEnough = this.values.holds(completeWhen, this.givenIn(source.spec, null));
    if (isEnough !== null) return isEnough;
    const line = this.language.lineOf(path, '/subprocess/completeWhen');
    throw new GateRefusal('guard-null', { source, spec: { ...first, guard: completeWhen, line }, target: null });
  }

  private guessedCount(list: string): number {
    this.values.doubt(list);
    return this.choices.oneOf(this.language.flow.childCounts);
  }
}

function lengthOf(list: Json): number | null {
  return Array.isArray(list) && list.length <= MAX_CHILDREN ? list.length : null;
}
