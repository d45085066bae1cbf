import type { ProcessDefinition } from '../definition/language.js';
import type { KernelEvent, StepFacts } from '../step/step.types.js';
import type { Choices } from './choices.js';
import { RandomPayload } from './random-payload.js';

/** How often each kind of event is sent. */
const KINDS = [
  'event',
  'event',
  'event',
  'event',
  'event',
  'event',
  'event',
  'event',
  'deadline',
  'deadline',
  'deadline',
  'deadline',
  'deadline',
  'completed',
  'completed',
  'completed',
  'view',
  'goto',
  'goto',
  'strange',
] as const;
const STRANGE_EVENTS = ['xstate.init', 'xstate.after.shortPeriod.p.s0', 'go', 'NOT_DECLARED', ''] as const;

type ChildCounts = ReadonlyMap<string, readonly unknown[]>;

/** What a walk may send to a process. */
export class RandomWalk {
  private readonly states: readonly string[];
  private readonly children: readonly string[];
  private readonly events: readonly string[];
  private readonly viewEvents: readonly string[];
  private readonly payload: RandomPayload;
  private day = 0;

  constructor(
    private readonly choices: Choices,
    definition: ProcessDefinition,
  ) {
    this.payload = new RandomPayload(definition);
    const all = allStates(definition.root);
    this.states = all.map((state) => state.path).filter((path) => path !== '');
    this.children = all.filter((state) => state.subprocess !== undefined).map((state) => state.path);
    this.events = [...new Set(all.flatMap((state) => Object.keys(state.on)))];
    this.viewEvents = Object.values(definition.views).map((view) => view.changedBy);
  }

  /** The next event, given what is armed (`state deadline`), which states are active and who has many children. */
  next(armed: readonly string[], active: readonly string[], children: ChildCounts = new Map()): KernelEvent {
    switch (this.choices.oneOf(KINDS)) {
      case 'goto':
        return { kind: 'goto', state: this.choices.any(this.states) ?? '' };
      case 'strange':
        return { kind: 'event', name: this.choices.oneOf(STRANGE_EVENTS) };
      case 'view':
        return this.named(this.viewEvents, []);
      case 'completed':
        return this.completion(active, children);
      case 'deadline':
        return armed.length > 0 ? this.deadline(armed) : this.named(this.events, active);
      case 'event':
        return this.named(this.events, active);
    }
  }

  /** For all, or for one of the active states alone. */
  private named(names: readonly string[], active: readonly string[]): KernelEvent {
    const to = active.length > 0 && this.choices.chance(40) ? this.choices.any(active) : undefined;
    return { kind: 'event', name: this.choices.any(names) ?? 'GO', ...(to !== undefined && { to }) };
  }

  facts(): StepFacts {
    this.day += this.choices.below(4);
    return {
      at: new Date(Date.UTC(2026, 0, 1 + this.day, this.choices.below(24))).toISOString(),
      actor: this.choices.chance(50) ? { userId: 7, organisationId: 8 } : null,
      payload: this.payload.payload(this.choices),
      views: this.payload.views(this.choices),
      parameters: {},
    };
  }

  private deadline(armed: readonly string[]): KernelEvent {
    const [state, deadline] = (this.choices.any(armed) ?? '').split(' ');
    return { kind: 'deadline', state: state ?? '', deadline: deadline ?? '' };
  }

  private completion(active: readonly string[], children: ChildCounts): KernelEvent {
    const waiting = this.children.filter((child) => active.includes(child));
    const state = this.choices.any(waiting.length > 0 ? waiting : this.children);
    if (state === undefined) return this.named(this.events, active);
    const output = { result: this.choices.below(3) };
    const count = children.get(state)?.length;
    const isOrdinary = count === undefined ? this.choices.chance(97) : this.choices.chance(3);
    if (isOrdinary) return { kind: 'completed', state, output };
    return { kind: 'completed', state, output, item: this.choices.below(count ?? 2) };
  }
}

function allStates(state: ProcessDefinition['root']): readonly ProcessDefinition['root'][] {
  return [state, ...Object.values(state.states).flatMap(allStates)];
}
