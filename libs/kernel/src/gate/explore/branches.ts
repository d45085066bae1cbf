import type { TransitionSpec } from '../../definition/language.js';
import { isBarred } from '../../reference/reference-acceptance.js';
import type { Move } from '../../reference/reference-moves.js';
import { isLeaf, type TreeNode } from '../../reference/reference-tree.js';
import type { GateChildren } from './gate-children.js';
import type { GateLanguage } from './gate-language.js';
import type { Overlaps } from './overlaps.js';
import type { Given, StepValues } from './step-values.js';
import { candidates, GateRefusal, type Heard, outputOf } from './stimulus.js';
import type { WorkMeter } from './work-meter.js';

type Active = ReadonlySet<TreeNode>;

/** Finds the branches that are taken, as the reference interpreter does, with a choice where a value is open. */
export class Branches {
  constructor(
    private readonly language: GateLanguage,
    private readonly values: StepValues,
    private readonly overlaps: Overlaps,
    private readonly children: GateChildren,
    private readonly meter: WorkMeter,
  ) {}

  /** The innermost states that answer; a region that answers takes the event away from the states around it. */
  heard(stimulus: Heard, active: Active, state: TreeNode = this.language.tree.root): readonly Move[] {
    this.meter.spend(1);
    const inner = [...active].filter(({ parent }) => parent === state).sort((a, b) => a.order - b.order);
    const below = inner.flatMap((child) => this.heard(stimulus, active, child));
    if (below.length > 0) return below;
    const given = this.children.givenIn(state.spec, outputOf(stimulus));
    return this.firstOpen(state, this.possible(candidates(stimulus, state), active), given);
  }

  silent(active: Active): readonly Move[] {
    const found = new Map<TransitionSpec, Move>();
    for (const leaf of active) {
      const move = isLeaf(leaf) ? this.alwaysFrom(leaf) : undefined;
      if (move !== undefined && !found.has(move.spec)) found.set(move.spec, move);
    }
    return [...found.values()];
  }

  private alwaysFrom(state: TreeNode | null): Move | undefined {
    if (state === null) return undefined;
    this.meter.spend(1);
    const given = this.children.givenIn(state.spec, {});
    const done = this.children.areDone(state) ? this.firstOpen(state, state.spec.onDone, given)[0] : undefined;
    return done ?? this.firstOpen(state, state.spec.always, given)[0] ?? this.alwaysFrom(state.parent);
  }

  private possible(specs: readonly TransitionSpec[], active: Active): readonly TransitionSpec[] {
    return specs.some(({ except }) => except !== undefined) ? specs.filter((spec) => !isBarred(spec, active)) : specs;
  }

  private firstOpen(source: TreeNode, specs: readonly TransitionSpec[], given: Given): readonly Move[] {
    for (const spec of specs) {
      const target = spec.target === undefined ? null : this.language.tree.target(source, spec.target);
      const move = { source, spec, target };
      const holds = spec.guard === undefined ? true : this.values.holds(spec.guard, given);
      if (holds === null) throw new GateRefusal('guard-null', move);
      if (!holds) continue;
      this.overlaps.note(source, specs, spec, given);
      return [move];
    }
    return [];
  }
}
