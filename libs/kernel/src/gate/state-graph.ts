import { isBarred } from '../compile/compile-context.js';
import { type DefinitionIndex, transitionsOf } from '../definition/definition-index.js';
import type { StateSpec } from '../definition/language.js';

/** One way from a state to the states that it makes active. */
interface Edge {
  readonly to: StateSpec;
  /** What happens on it, for paths in messages. */
  readonly label: string;
}

/** By what a state was come upon, and from where. */
interface Arrival {
  readonly from: string;
  readonly label: string;
}

/**
 * Which state can follow which, whatever the guards say. Being in a state means being in all around it,
 * so the ways out of a state are its own and those of its ancestors.
 */
export class StateGraph {
  /** How each state was come upon first; null where the process begins. */
  private readonly reached = new Map<string, Arrival | null>();
  private readonly edges = new Map<StateSpec, readonly Edge[]>();
  private readonly ending: ReadonlySet<StateSpec>;

  constructor(private readonly index: DefinitionIndex) {
    this.explore();
    this.ending = this.findEnding();
  }

  isReachable(state: StateSpec): boolean {
    return this.reached.has(state.path);
  }

  /** The events that lead from the start to the state by the fewest steps, e.g. `start → a → SUBMIT → b`. */
  pathTo(state: StateSpec): string {
    const stops: string[] = [];
    for (let path: string | undefined = state.path; path !== undefined; ) {
      const arrival = this.reached.get(path);
      stops.push(path, ...(arrival ? [arrival.label] : []));
      path = arrival?.from;
    }
    return ['start', ...stops.reverse()].join(' → ');
  }

  /** Whether the end of the process can follow the state. */
  reachesEnd(state: StateSpec): boolean {
    return this.entered(state).some((one) => this.ending.has(one));
  }

  /** The states that become active when this one is entered without naming a state below it. */
  entered(state: StateSpec): readonly StateSpec[] {
    switch (state.kind) {
      case 'compound': {
        const initial = state.states[state.initial ?? ''];
        return initial === undefined ? [state] : [state, ...this.entered(initial)];
      }
      case 'parallel':
        return [state, ...this.regionsOf(state).flatMap((region) => this.entered(region))];
      case 'history':
        return this.remembered(state);
      case 'atomic':
      case 'final':
        return [state];
    }
  }

  private explore(): void {
    const queue = [...this.entered(this.index.definition.root)];
    for (const state of queue) this.reached.set(state.path, null);
    for (let at = 0; at < queue.length; at += 1) {
      const state = queue[at];
      if (state === undefined) return;
      for (const { to, label } of this.edgesFrom(state)) {
        if (this.reached.has(to.path)) continue;
        this.reached.set(to.path, { from: state.path, label });
        queue.push(to);
      }
    }
  }

  /** All states that the end of the process can follow. */
  private findEnding(): ReadonlySet<StateSpec> {
    const states = [...this.index.states.values()];
    const before = new Map<StateSpec, StateSpec[]>(states.map((state) => [state, []]));
    for (const state of states) for (const { to } of this.edgesFrom(state)) before.get(to)?.push(state);
    const ending = new Set(states.filter((state) => this.isEnd(state)));
    for (const state of ending) for (const earlier of before.get(state) ?? []) ending.add(earlier);
    return ending;
  }

  private edgesFrom(state: StateSpec): readonly Edge[] {
    const known = this.edges.get(state);
    if (known !== undefined) return known;
    const made = this.findEdges(state);
    this.edges.set(state, made);
    return made;
  }

  private findEdges(state: StateSpec): readonly Edge[] {
    const completed = this.completedBy(state);
    const around = this.ancestorsOf(state).flatMap((ancestor) =>
      this.ownEdges(ancestor, completed.includes(ancestor), state.path),
    );
    return [...this.ownEdges(state, state.subprocess !== undefined, state.path), ...around];
  }

  /** Ways out that the state `from`, which is this one or one below it, may take. */
  private ownEdges(state: StateSpec, isDone: boolean, from: string): readonly Edge[] {
    return transitionsOf(state)
      .filter(({ trigger, transition }) => (trigger !== 'onDone' || isDone) && !isBarred(transition, [from]))
      .flatMap(({ transition, key, trigger }) => {
        const target = transition.target === undefined ? null : this.index.resolveTarget(state, transition.target);
        return target === null ? [] : this.activated(target).map((to) => ({ to, label: key === '' ? trigger : key }));
      });
  }

  /** The states around a final state that are done with it; of parallel ones, when the other regions are done too. */
  private completedBy(state: StateSpec): readonly StateSpec[] {
    if (state.kind !== 'final') return [];
    const [parent, ...outer] = this.ancestorsOf(state);
    if (parent === undefined) return [];
    const notParallel = outer.findIndex((ancestor) => ancestor.kind !== 'parallel');
    return [parent, ...(notParallel < 0 ? outer : outer.slice(0, notParallel))];
  }

  private ancestorsOf(state: StateSpec): readonly StateSpec[] {
    const parent = this.index.parentOf(state);
    return parent === null ? [] : [parent, ...this.ancestorsOf(parent)];
  }

  /** Entering a state enters all around it, and there the other regions of every parallel state. */
  private activated(target: StateSpec): readonly StateSpec[] {
    const states = [...this.entered(target)];
    for (let outer = this.index.parentOf(target); outer !== null; outer = this.index.parentOf(outer)) {
      states.push(outer);
      if (outer.kind === 'parallel')
        states.push(
          ...this.regionsOf(outer)
            .filter((region) => !target.path.startsWith(`${region.path}.`))
            .flatMap((region) => this.entered(region)),
        );
    }
    return states;
  }

  private remembered(state: StateSpec): readonly StateSpec[] {
    const parent = this.index.parentOf(state);
    if (parent === null) return [state];
    const target =
      state.history?.target === undefined ? undefined : this.index.resolveTarget(state, state.history.target);
    return [state, ...this.entered(target ?? parent)];
  }

  private regionsOf(state: StateSpec): readonly StateSpec[] {
    return Object.values(state.states).filter((child) => child.kind !== 'history');
  }

  private isEnd(state: StateSpec): boolean {
    return this.completedBy(state).some((done) => done.path === '');
  }
}
