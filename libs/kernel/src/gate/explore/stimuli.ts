import type { DefinitionIndex } from '../../definition/definition-index.js';
import type { StateSpec } from '../../definition/language.js';
import { isLeaf, type TreeNode } from '../../reference/reference-tree.js';
import type { Situation } from './situation.js';
import type { Stimulus } from './stimulus.js';

/** Everything that can move a process on from a situation. */
export class Stimuli {
  private readonly viewEvents: ReadonlySet<string>;

  constructor(private readonly index: DefinitionIndex) {
    this.viewEvents = new Set(Object.values(index.definition.views).map((view) => view.changedBy));
  }

  in(situation: Situation): readonly Stimulus[] {
    const states = [this.index.definition.root, ...[...situation.active].map(({ spec }) => spec)];
    return [
      ...this.events(states),
      ...addressed(states, [...situation.active].filter(isLeaf)),
      ...states.flatMap((spec) => this.deadlines(spec, situation)),
      ...states
        .filter((spec) => spec.subprocess !== undefined)
        .map((spec) => ({ kind: 'completed', state: spec.path }) as const),
    ];
  }

  private events(states: readonly StateSpec[]): readonly Stimulus[] {
    const names = new Set([...states.flatMap((spec) => Object.keys(spec.on)), ...this.viewEvents]);
    return [...names].map((name) => ({ kind: 'event', name, isViewEvent: this.viewEvents.has(name) }));
  }

  private deadlines({ path, after }: StateSpec, { spent }: Situation): readonly Stimulus[] {
    const waiting = Object.keys(after).filter((deadline) => !spent.has(`${path} ${deadline}`));
    return waiting.map((deadline) => ({ kind: 'deadline', state: path, deadline }));
  }
}

/** Where several regions know an event, it may also be for one of them alone. */
function addressed(states: readonly StateSpec[], leaves: readonly TreeNode[]): readonly Stimulus[] {
  if (leaves.length < 2) return [];
  const names = new Set(states.flatMap((spec) => Object.keys(spec.on)));
  const shared = [...names].filter((name) => states.filter((spec) => spec.on[name] !== undefined).length > 1);
  return shared.flatMap((name) =>
    leaves.map(({ spec }) => ({ kind: 'event', name, isViewEvent: false, to: spec.path }) as const),
  );
}
