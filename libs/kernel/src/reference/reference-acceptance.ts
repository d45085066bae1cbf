import type { Json, JsonObject, ProcessDefinition, StateSpec, TransitionSpec } from '../definition/language.js';
import type { KernelEvent } from '../step/step.types.js';
import type { ReferenceTree, TreeNode } from './reference-tree.js';
import { ReferenceRefusal } from './reference-values.js';

/** An event sent to a process that has begun. */
export type SentEvent = Exclude<KernelEvent, { kind: 'start' }>;

/** An event while it is worked on: from outside, or that a state around a final one is done. */
export type Stimulus = SentEvent | { readonly kind: 'done'; readonly state: string; readonly output: JsonObject };

/** Decides whether anything could hear an event, before any guard is asked. */
export class ReferenceAcceptance {
  constructor(
    private readonly definition: ProcessDefinition,
    private readonly tree: ReferenceTree,
  ) {}

  /** Throws when nothing active could hear the event. */
  check(event: SentEvent, active: ReadonlySet<TreeNode>): void {
    const place = event.kind === 'event' ? this.checkName(event, active) : this.placeOf(event, active);
    if (place !== this.tree.root && !active.has(place)) throw new ReferenceRefusal('not-accepted');
  }

  /** That a view has changed is a fact; any other event must move something. */
  mustMove(event: SentEvent): boolean {
    return event.kind === 'event' && !this.isViewEvent(event.name);
  }

  /** The region in which going to a state happens; undefined when nobody may go there. */
  regionToEnter(state: TreeNode | undefined): TreeNode | undefined {
    if (state === undefined || state.spec.kind === 'final' || state.spec.kind === 'history') return undefined;
    let region = state.parent;
    if (region === null || region.spec.kind === 'parallel') return undefined;
    while (region.parent !== null && region.parent.spec.kind !== 'parallel') region = region.parent;
    return region;
  }

  /** What a region answers when the process is to go to that state. */
  movesInto(state: string, region: StateSpec): readonly TransitionSpec[] {
    return this.regionToEnter(this.tree.at(state))?.spec === region ? [going(state)] : [];
  }

  private placeOf(event: Exclude<SentEvent, { kind: 'event' }>, active: ReadonlySet<TreeNode>): TreeNode {
    const state = this.tree.at(event.state);
    const place = event.kind === 'goto' ? this.regionToEnter(state) : state;
    if (place === undefined) throw new ReferenceRefusal('unknown-state');
    if (event.kind === 'completed' && place.spec.subprocess === undefined) throw new ReferenceRefusal('unknown-state');
    if (event.kind === 'completed' && active.has(place)) this.checkNumber(place, event.item);
    const isUnknown = event.kind === 'deadline' && place.spec.after[event.deadline] === undefined;
    if (isUnknown) throw new ReferenceRefusal('unknown-event');
    return place;
  }

  /** One of many children says which it is, an only child does not. */
  private checkNumber({ spec }: TreeNode, item: number | undefined): void {
    const hasMany = spec.subprocess?.each !== undefined;
    if (hasMany !== (item !== undefined)) throw new ReferenceRefusal('not-accepted');
  }

  private checkName(event: Extract<SentEvent, { kind: 'event' }>, active: ReadonlySet<TreeNode>): TreeNode {
    const { name, to } = event;
    const { root, all } = this.tree;
    const isThere = to === undefined || [...active].some((state) => state.spec.path === to);
    if (this.isViewEvent(name)) return isThere ? root : this.refuse();
    const declares = (state: TreeNode): boolean => state.spec.on[name] !== undefined;
    if (!all.some(declares)) throw new ReferenceRefusal('unknown-event');
    const hearer = [root, ...active].find((state) => declares(state) && isFor(event, state.spec.path));
    return hearer !== undefined && isThere ? hearer : this.refuse();
  }

  private refuse(): never {
    throw new ReferenceRefusal('not-accepted');
  }

  private isViewEvent(name: string): boolean {
    return Object.values(this.definition.views).some((view) => view.changedBy === name);
  }
}

/** The transition that going to a state stands for. */
export function going(target: string): TransitionSpec {
  return { target, once: false, assign: {}, actions: [], reenter: false, line: 0 };
}

/** Whether that state hears the event: it is for all, for it, or for a state inside of it. */
function isFor({ to }: { readonly to?: string }, path: string): boolean {
  return to === undefined || path === '' || `${to}.`.startsWith(`${path}.`);
}

/** Whether a state is active in which the transition is not possible. */
export function isBarred({ except = [] }: TransitionSpec, active: ReadonlySet<TreeNode>): boolean {
  return [...active].some((state) => except.includes(state.spec.path));
}

/** What a state answers to a named event that is for it. */
export function branchesOf(
  event: Extract<KernelEvent, { kind: 'event' }>,
  { path, on }: StateSpec,
): readonly TransitionSpec[] {
  return isFor(event, path) ? (on[event.name] ?? []) : [];
}

/** What `output` is while an event is worked on. */
export function outputOf(stimulus: Stimulus | null): Json {
  return stimulus !== null && 'output' in stimulus ? stimulus.output : {};
}
