import {
  type JsonObject,
  type KernelEvent,
  type Snapshot,
  step,
  type StepEffect,
  type StepProblem,
} from '#libs/kernel';
import type { PlannedTimer } from '../timers/planned-timer.js';
import { EventQueue } from './event.queue.js';
import { People } from './people.js';
import { Random } from './random.js';
import { type Cause, SimulatedInstance, type Subject } from './simulated.instance.js';
import type { CaseOutcome } from './simulation.report.js';
import { SecondThoughts } from './second.thoughts.js';
import { SuspensionDesk } from './suspension.desk.js';
import { TimerDesk } from './timer.desk.js';
import type { CaseRun, World } from './world.js';

/** A case that takes more steps runs in a circle. */
const MOST_STEPS = 5_000;
const MOST_YEARS_MS = 15 * 366 * 86_400_000;

/** One whole case under a virtual clock: its processes, people and deadlines. */
export class SimulatedCase implements CaseRun {
  readonly queue = new EventQueue();
  readonly random: Random;
  readonly path: string[] = [];
  private readonly instances = new Map<number, SimulatedInstance>();
  private readonly people: People;
  private readonly timers: TimerDesk;
  private readonly suspensions: SuspensionDesk;
  private outcome: CaseOutcome | null = null;
  private steps = 0;
  private started = 0;
  private startedAt = 0;

  constructor(
    readonly world: World,
    readonly index: number,
    seed: number,
  ) {
    this.random = Random.of(seed, index);
    this.people = new People(this);
    this.timers = new TimerDesk(this);
    this.people.thoughts = new SecondThoughts(this, this.timers, this.people);
    this.suspensions = new SuspensionDesk(this.instances, this.timers, this.people);
  }

  run(subject: Subject, input: JsonObject, startedAt: number): CaseOutcome {
    this.startedAt = startedAt;
    this.start(new SimulatedInstance(subject, null, '', this.random), input, startedAt);
    while (this.outcome === null) {
      const next = this.queue.pop();
      if (!next) this.getStuck('nothing more will happen');
      else if (next.at - startedAt > MOST_YEARS_MS || this.steps > MOST_STEPS) this.getStuck('it never ends');
      else next.run();
    }
    return this.outcome;
  }

  take(instance: SimulatedInstance, event: KernelEvent, cause: Cause): StepProblem | null {
    const { bundle } = instance.subject;
    const before = instance.snapshot;
    const facts = instance.facts(cause);
    const outcome = step(bundle.compiled, before, event, facts);
    if (!outcome.ok) return outcome.problem;
    instance.snapshot = outcome.snapshot;
    this.steps += 1;
    this.world.tally.steps += 1;
    this.path.push(labelOf(instance, event));
    const { process } = instance;
    this.world.observe?.({ case: this.index, process, before, event, facts, after: outcome.snapshot });
    this.applyAll(instance, { before, after: outcome.snapshot, effects: outcome.effects }, cause);
    this.people.afterStep(instance, cause.at);
    this.suspensions.settle(cause.at);
    for (const effect of outcome.effects) if (effect.kind === 'startChild') this.startChild(instance, effect, cause.at);
    if (outcome.status === 'done') this.end(instance, outcome.output, cause.at);
    return null;
  }

  private applyAll(
    instance: SimulatedInstance,
    taken: { readonly before: Snapshot | null; readonly after: Snapshot; readonly effects: readonly StepEffect[] },
    cause: Cause,
  ): void {
    const { before } = taken;
    const had = [...instance.timers];
    for (const effect of taken.effects) this.apply(instance, effect, cause);
    const cancelled = had.filter((timer) => timer.isOver);
    const opened = [...instance.timers].filter((timer) => !had.includes(timer));
    instance.last = before === null ? null : { ...taken, before, cancelled, opened };
  }

  suspendedBy(instance: SimulatedInstance, state: string): string | undefined {
    return this.suspensions.causeOf(instance, state);
  }

  must(instance: SimulatedInstance, event: KernelEvent, cause: Cause): void {
    const problem = this.take(instance, event, cause);
    if (problem) this.getStuck(`${labelOf(instance, event)}: ${problem.message}`);
  }

  getStuck(reason: string): void {
    const running = [...this.instances.values()].filter((instance) => !instance.isOver);
    const blocked = running.flatMap((instance) => instance.blocked ?? []);
    const states = running.flatMap((instance) => instance.active().map((state) => `${instance.process}:${state}`));
    this.outcome = { kind: 'stuck', states, reason: [reason, ...blocked].join('; '), path: this.path };
  }

  private start(instance: SimulatedInstance, input: JsonObject, at: number): void {
    this.started += 1;
    instance.id = this.started;
    this.instances.set(instance.id, instance);
    this.must(instance, { kind: 'start', input }, { at, actor: null, payload: {} });
  }

  private startChild(parent: SimulatedInstance, effect: Extract<StepEffect, { kind: 'startChild' }>, at: number): void {
    const subject = this.world.subject(effect.process);
    if (!subject) return this.getStuck(`there is no process "${effect.process}" to start`);
    const child = new SimulatedInstance(subject, parent, effect.state, this.random);
    child.item = effect.item;
    this.start(child, effect.input, at);
  }

  private apply(instance: SimulatedInstance, effect: StepEffect, { at }: Cause): void {
    switch (effect.kind) {
      case 'enter':
        return this.people.enter(instance, effect.state, at);
      case 'exit':
        this.timers.cancelDue(instance, effect.state);
        return this.people.leave(instance, effect.state, at);
      case 'arm':
        return this.timers.arm(instance, effect, at);
      case 'disarm':
        return this.timers.disarm(instance, effect);
      case 'extend':
        return this.timers.extend(instance, effect, at);
      case 'stopChild':
        return this.stopChildren(instance, effect.state, at);
      case 'suspend':
        return this.suspensions.begin(instance, effect);
      case 'resume':
        return this.suspensions.end(instance, effect);
      case 'effect':
      case 'startChild':
        return undefined; // Records are simulated by declared views; children start after the step.
    }
  }

  armDue(instance: SimulatedInstance, state: string, at: number): PlannedTimer | null {
    return this.timers.armDue(instance, state, at);
  }

  private stopChildren(parent: SimulatedInstance, state: string, at: number): void {
    for (const child of this.instances.values()) {
      if (child.parent === parent && child.parentState === state && !child.isOver) this.close(child, at);
    }
  }

  private close(instance: SimulatedInstance, at: number): void {
    instance.isOver = true;
    for (const timer of instance.timers) timer.isOver = true;
    for (const stay of [...instance.stays.values()]) this.people.leave(instance, stay.state, at);
    for (const child of this.instances.values()) if (child.parent === instance && !child.isOver) this.close(child, at);
    this.instances.delete(instance.id);
  }

  private end(instance: SimulatedInstance, output: JsonObject, at: number): void {
    const state = instance.active().join(' ');
    this.close(instance, at);
    this.suspensions.settle(at);
    if (instance.parent) {
      const item = instance.item === undefined ? {} : { item: instance.item };
      const event = { kind: 'completed', state: instance.parentState, output, ...item } as const;
      return this.must(instance.parent, event, { at, actor: null, payload: {} });
    }
    this.outcome ??= { kind: 'ended', state, output, minutes: this.world.hours.between(this.startedAt, at) };
  }
}

function labelOf(instance: SimulatedInstance, event: KernelEvent): string {
  const stage = instance.process;
  switch (event.kind) {
    case 'start':
      return `${stage} start`;
    case 'event':
      return `${stage} ${event.name}`;
    case 'deadline':
      return `${stage} ${event.state} after ${event.deadline}`;
    case 'completed':
      return `${stage} ${event.state} done`;
    case 'goto':
      return `${stage} goto ${event.state}`;
  }
}
