import { type DefinitionIndex, transitionsOf } from '../../definition/definition-index.js';
import type { StateSpec } from '../../definition/language.js';
import { isLeaf, type TreeNode } from '../../reference/reference-tree.js';
import { mayGoBack } from './returnable.js';
import type { Situation } from './situation.js';
import type { Stimulus } from './stimulus.js';

interface Waiting {
  readonly state: string;
  readonly deadline: string;
}

/** Everything that can move a process on from a situation. */
export class Stimuli {
  private readonly viewEvents: ReadonlySet<string>;
  /** Variables that change and deadlines that are moved on the way. */
  private readonly assigned: ReadonlySet<string>;
  private readonly extended: ReadonlySet<string>;

  constructor(private readonly index: DefinitionIndex) {
    this.viewEvents = new Set(Object.values(index.definition.views).map((view) => view.changedBy));
    const transitions = [...index.states.values()].flatMap(transitionsOf).map(({ transition }) => transition);
    this.assigned = new Set(transitions.flatMap(({ assign }) => Object.keys(assign)));
    this.extended = new Set(transitions.flatMap(({ extend }) => extend?.deadline ?? []));
  }

  in(situation: Situation): readonly Stimulus[] {
    const states = [this.index.definition.root, ...[...situation.active].map(({ spec }) => spec)];
    return [
      ...this.events(states),
      ...addressed(states, [...situation.active].filter(isLeaf)),
      ...this.deadlines(states, situation),
      ...states
        .filter((spec) => isAwaiting(spec, situation))
        .map(({ path }) => ({ kind: 'completed', state: path }) as const),
      ...states.flatMap((spec) => this.returns(spec, situation)),
    ];
  }

  private events(states: readonly StateSpec[]): readonly Stimulus[] {
    const names = new Set([...states.flatMap((spec) => Object.keys(spec.on)), ...this.viewEvents]);
    return [...names].map((name) => ({ kind: 'event', name, isViewEvent: this.viewEvents.has(name) }));
  }

  private deadlines(states: readonly StateSpec[], { spent }: Situation): readonly Stimulus[] {
    const waiting = states
      .flatMap(({ path, after }) => Object.keys(after).map((deadline) => ({ state: path, deadline })))
      .filter(({ state, deadline }) => !spent.has(`${state} ${deadline}`));
    return waiting
      .filter((one) => !waiting.some((other) => this.isBefore(other, one)))
      .map((one) => ({ kind: 'deadline', ...one }));
  }

  /** What is counted back from a date passes before it, if both are reckoned with the same date. */
  private isBefore(one: Waiting, other: Waiting): boolean {
    if (this.index.definition.deadlines?.[one.deadline]?.until !== other.deadline) return false;
    if (this.extended.has(one.deadline)) return false;
    return one.state === other.state || !this.assigned.has(other.deadline);
  }

  /** 退回 and 驳回 go to earlier states in which somebody acted. */
  private returns(spec: StateSpec, { acted }: Situation): readonly Stimulus[] {
    const earlier = [...acted].filter((state) => mayGoBack(this.index, spec, state));
    return earlier.map((state) => ({ kind: 'goto', state, region: this.index.regionOf(state) }));
  }
}

function isAwaiting({ path, subprocess }: StateSpec, { children }: Situation): boolean {
  const many = children.get(path);
  return subprocess !== undefined && (many === undefined || many.done < many.count);
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
