import {
  activeStates,
  type KernelEvent,
  type PartyRole,
  type Snapshot,
  step,
  type StepEffect,
  type StepFacts,
  type StepProblem,
} from '#libs/kernel';
import type { Bundle } from '../definitions/bundle.js';
import type { PlannedTimer } from '../timers/planned-timer.js';
import type { TimerPlanner } from '../timers/timer.planner.js';

/** A deadline as a definition would have set it. */
export interface Mark {
  readonly state: string;
  readonly deadline: string;
  due: string;
  isOpen: boolean;
}

interface TrackState {
  readonly snapshot: Snapshot | null;
}

/** One instance going its way under one definition: where it is, what was due when, and who was asked. */
export class Track {
  snapshot: Snapshot | null = null;
  /** By state, deadline and number of the entry, so that two definitions can be compared. */
  readonly marks = new Map<string, Mark>();
  readonly asked = new Map<string, PartyRole>();
  private readonly past = new Map<number, TrackState>();
  private readonly entries = new Map<string, number>();

  private readonly planner: TimerPlanner;

  constructor(
    readonly bundle: Bundle,
    planner: TimerPlanner,
    private readonly rootId: number,
  ) {
    this.planner = planner.for(bundle.content);
  }

  active(): string[] {
    return this.snapshot ? activeStates(this.bundle.compiled, this.snapshot) : [];
  }

  isIn(state: string): boolean {
    return state === '' || this.active().some((path) => path === state || path.startsWith(`${state}.`));
  }

  take(event: KernelEvent, facts: Omit<StepFacts, 'parameters'>): StepProblem | null {
    const { parameters } = this.bundle.content;
    const outcome = step(this.bundle.compiled, this.snapshot, event, { ...facts, parameters });
    if (!outcome.ok) return outcome.problem;
    this.snapshot = outcome.snapshot;
    if (event.kind === 'deadline') this.close(event.state, event.deadline);
    for (const effect of outcome.effects) this.apply(effect, facts.at);
    if (outcome.status === 'done') for (const mark of this.marks.values()) mark.isOpen = false;
    return null;
  }

  /** 撤回 goes back to after that row. */
  remember(seq: number): void {
    this.past.set(seq, { snapshot: this.snapshot });
  }

  goBack(seq: number): void {
    this.snapshot = this.past.get(seq)?.snapshot ?? this.snapshot;
  }

  /** The earliest deadline that would have passed by then and that moves the process. */
  passedBy(at: string, isOwn: (mark: Mark) => boolean): Mark | undefined {
    return [...this.marks.values()]
      .filter((mark) => mark.isOpen && mark.deadline !== 'due' && mark.due <= at && isOwn(mark))
      .sort((a, b) => (a.due < b.due ? -1 : 1))[0];
  }

  private apply(effect: StepEffect, at: string): void {
    switch (effect.kind) {
      case 'enter':
        return this.enter(effect.state, at);
      case 'exit':
        return this.close(effect.state, 'due');
      case 'arm':
        return this.mark(effect.state, effect.deadline, this.planner.after(new Date(at), effect));
      case 'disarm':
        return this.close(effect.state, effect.deadline);
      case 'extend':
        return this.extend(effect.deadline, this.planner.after(new Date(at), { duration: effect.atLeast }));
      case 'effect':
      case 'startChild':
      case 'stopChild':
      case 'suspend':
      case 'resume':
        return undefined;
    }
  }

  private enter(state: string, at: string): void {
    this.entries.set(state, (this.entries.get(state) ?? 0) + 1);
    const task = this.bundle.compiled.states.get(state)?.task;
    if (!task) return;
    this.asked.set(state, task.assignee);
    const scope = { bundle: this.bundle, tx: { root: { id: this.rootId } }, pending: { at: new Date(at) } };
    const plan = this.planner.due({ ...scope, instance: this }, task);
    if (plan) this.mark(state, 'due', plan);
  }

  private mark(state: string, deadline: string, plan: PlannedTimer): void {
    const key = `${state} ${deadline} ${this.entries.get(state) ?? 0}`;
    this.marks.set(key, { state, deadline, due: plan.dueAt.toISOString(), isOpen: true });
  }

  private close(state: string, deadline: string): void {
    for (const mark of this.marks.values()) if (mark.state === state && mark.deadline === deadline) mark.isOpen = false;
  }

  private extend(deadline: string, least: PlannedTimer): void {
    const due = least.dueAt.toISOString();
    for (const mark of this.marks.values())
      if (mark.isOpen && mark.deadline === deadline && mark.due < due) mark.due = due;
  }
}
