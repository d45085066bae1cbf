import type { StepEffect } from '#libs/kernel';
import type { PlannedTimer } from '../timers/planned-timer.js';
import type { SimulatedInstance, SimulatedTimer } from './simulated.instance.js';
import type { CaseRun } from './world.js';

type Name = Pick<SimulatedTimer, 'state' | 'deadline' | 'isDue'>;
type Effect<K extends StepEffect['kind']> = Extract<StepEffect, { kind: K }>;

/** At the same moment deadlines come before people, as in the engine. */
const TIMER_RANK = 0;

/** The timers of a simulated case, armed with the engine's own arithmetic and fired by the virtual clock. */
export class TimerDesk {
  constructor(private readonly run: CaseRun) {}

  arm(instance: SimulatedInstance, effect: Effect<'arm'>, at: number): void {
    const plan = this.run.world.planner.after(new Date(at), effect);
    this.add(instance, { state: effect.state, deadline: effect.deadline, isDue: false }, plan);
  }

  disarm(instance: SimulatedInstance, effect: Effect<'disarm'>): void {
    for (const timer of instance.timers) {
      if (!timer.isDue && timer.state === effect.state && timer.deadline === effect.deadline) drop(instance, timer);
    }
  }

  extend(instance: SimulatedInstance, effect: Effect<'extend'>, at: number): void {
    const least = this.run.world.planner.after(new Date(at), { duration: effect.atLeast });
    for (const timer of instance.timers) {
      if (timer.isDue || timer.deadline !== effect.deadline || least.dueAt <= timer.plan.dueAt) continue;
      timer.plan = least;
      this.wait(instance, timer);
    }
  }

  /** Reminders and ladder of a task's due time. */
  armDue(instance: SimulatedInstance, state: string, at: number): PlannedTimer | null {
    const { bundle } = instance.subject;
    const task = bundle.compiled.states.get(state)?.task;
    if (!task) return null;
    const kept = instance.keptDue.get(state);
    if (kept) return this.resume(instance, { state, deadline: 'due', isDue: true }, kept, at);
    const scope = { bundle, tx: { root: { id: this.run.index } }, pending: { at: new Date(at) }, instance };
    const plan = this.run.world.planner.due(scope, task);
    if (plan && plan.steps.length > 0) this.add(instance, { state, deadline: 'due', isDue: true }, plan);
    return plan;
  }

  cancelDue(instance: SimulatedInstance, state: string): void {
    for (const timer of instance.timers) if (timer.isDue && timer.state === state) drop(instance, timer);
  }

  /** A timer that a step had cancelled goes on; what was missed meanwhile is not sent. */
  again(instance: SimulatedInstance, timer: SimulatedTimer, at: number): void {
    const { state, deadline, isDue, plan } = timer;
    this.resume(instance, { state, deadline, isDue }, plan, at);
  }

  /** What a step that is taken back had armed. */
  cancel(instance: SimulatedInstance, timers: readonly SimulatedTimer[]): void {
    for (const timer of timers) drop(instance, timer);
  }

  /** Makes timers stand still or run; answers the due times that moved. */
  settle(instance: SimulatedInstance, stops: (timer: SimulatedTimer) => boolean, at: number): SimulatedTimer[] {
    return [...instance.timers].filter((timer) => {
      const isHeld = timer.remaining !== undefined;
      if (stops(timer) === isHeld) return false;
      return isHeld ? this.start(instance, timer, at) : this.hold(timer, at);
    });
  }

  private hold(timer: SimulatedTimer, at: number): boolean {
    const left = this.run.world.planner.remaining(timer.plan, new Date(at));
    if (left === null) return false;
    timer.remaining = left;
    timer.generation += 1;
    return false;
  }

  private start(instance: SimulatedInstance, timer: SimulatedTimer, ms: number): boolean {
    const { planner } = this.run.world;
    const at = new Date(ms);
    const { bundle } = instance.subject;
    const due = timer.isDue ? bundle.compiled.states.get(timer.state)?.task?.due : undefined;
    const left = { ...timer.plan, remaining: timer.remaining, nextStep: timer.nextStep };
    timer.plan = due
      ? planner.dueAgain({ bundle, tx: { root: { id: this.run.index } } }, { timer: left, due, at })
      : planner.after(at, { duration: timer.remaining ?? timer.plan.period });
    timer.remaining = undefined;
    this.wait(instance, timer);
    return timer.isDue;
  }

  private resume(instance: SimulatedInstance, name: Name, plan: PlannedTimer, at: number): PlannedTimer {
    const steps = plan.steps.filter((step) => Date.parse(step.at) > at);
    if (steps.length > 0) this.add(instance, name, { ...plan, steps });
    return plan;
  }

  private add(instance: SimulatedInstance, name: Name, plan: PlannedTimer): void {
    const timer: SimulatedTimer = { ...name, plan, nextStep: 0, generation: 0, isOver: false };
    instance.timers.add(timer);
    if (plan.provisional) this.run.world.tally.provisional += 1;
    this.wait(instance, timer);
  }

  private wait(instance: SimulatedInstance, timer: SimulatedTimer): void {
    const next = timer.plan.steps[timer.nextStep];
    if (!next) return drop(instance, timer);
    timer.generation += 1;
    const { generation } = timer;
    this.run.queue.push({
      at: Date.parse(next.at),
      rank: TIMER_RANK,
      run: () => {
        if (!timer.isOver && timer.generation === generation) this.fire(instance, timer);
      },
    });
  }

  private fire(instance: SimulatedInstance, timer: SimulatedTimer): void {
    const next = timer.plan.steps[timer.nextStep];
    if (!next) return;
    timer.nextStep += 1;
    this.wait(instance, timer);
    const cause = { at: Date.parse(next.at), actor: null, payload: {} };
    const { tally } = this.run.world;
    switch (next.kind) {
      case 'remind':
        tally.reminders += 1;
        return;
      case 'rung':
        return tally.escalated(next.level);
      case 'overdue':
        // Whoever is late is late, also where nothing listens any more.
        this.run.take(instance, { kind: 'event', name: next.event }, cause);
        return;
      case 'fire':
        tally.took({ process: instance.process, state: timer.state, event: timer.deadline });
        this.run.must(instance, { kind: 'deadline', state: timer.state, deadline: timer.deadline }, cause);
    }
  }
}

function drop(instance: SimulatedInstance, timer: SimulatedTimer): void {
  timer.isOver = true;
  instance.timers.delete(timer);
}
