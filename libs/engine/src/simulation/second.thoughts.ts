import type { StepEffect } from '#libs/kernel';
import type { LastStep, SimulatedInstance } from './simulated.instance.js';
import type { PlannedTimer } from '../timers/planned-timer.js';
import type { TimerDesk } from './timer.desk.js';
import type { CaseRun } from './world.js';

const MINUTES_PER_HOUR = 60;
/** People notice a mistake within so many office hours. */
const NOTICED_WITHIN_HOURS = 6;
/** Persons come after deadlines of the same moment. */
const PERSON_RANK = 1;
/** A step that did one of these reached beyond its own instance and stays. */
const REACHING: readonly StepEffect['kind'][] = ['effect', 'startChild', 'stopChild', 'suspend', 'resume'];

/** Who enters and leaves states. */
interface Doors {
  enter(instance: SimulatedInstance, state: string, at: number): void;
  leave(instance: SimulatedInstance, state: string, at: number): void;
  afterStep(instance: SimulatedInstance, at: number): void;
}

/** 退回 and 撤回 of simulated people: as often as the model says, under the conditions of the engine. */
export class SecondThoughts {
  constructor(
    private readonly run: CaseRun,
    private readonly timers: TimerDesk,
    private readonly doors: Doors,
  ) {}

  /** Sends the work back instead of finishing it; false where that is not allowed or nothing lies before. */
  sendsBack(instance: SimulatedInstance, state: string, at: number): boolean {
    const { compiled } = instance.subject.bundle;
    const { world, random } = this.run;
    if (!compiled.states.get(state)?.task?.allow.includes('return')) return false;
    const region = compiled.regionOf(state);
    const earlier = instance.finished.findLast((done) => done !== state && compiled.regionOf(done) === region);
    if (earlier === undefined || !random.chance(world.model.operations.return)) return false;
    const refused = this.run.take(instance, { kind: 'goto', state: earlier }, { at, actor: null, payload: {} });
    if (refused) return false;
    world.tally.returned += 1;
    return true;
  }

  /** After a finished task: perhaps the person takes it back before anybody goes on. */
  mayTakeBack(instance: SimulatedInstance, state: string, at: number): void {
    const { world, random } = this.run;
    const { last } = instance;
    const isAllowed = instance.subject.bundle.compiled.states.get(state)?.task?.allow.includes('withdraw') === true;
    if (!isAllowed || last === null || !random.chance(world.model.operations.withdraw)) return;
    if (last.effects.some(({ kind }) => REACHING.includes(kind))) return;
    const when = world.hours.add(at, random.next() * NOTICED_WITHIN_HOURS * MINUTES_PER_HOUR);
    this.run.queue.push({ at: when, rank: PERSON_RANK, run: () => this.takeBack(instance, last, when) });
  }

  private takeBack(instance: SimulatedInstance, last: LastStep, at: number): void {
    const isTouched = instance.isOver || instance.snapshot !== last.after;
    if (isTouched || this.run.suspendedBy(instance, '') !== undefined) return;
    this.timers.cancel(instance, last.opened);
    const entered = last.effects.flatMap((effect) => (effect.kind === 'enter' ? [effect.state] : []));
    for (const state of entered.toReversed()) {
      this.timers.cancelDue(instance, state);
      this.doors.leave(instance, state, at);
    }
    instance.snapshot = last.before;
    instance.last = null;
    for (const timer of last.cancelled) if (!timer.isDue) this.timers.again(instance, timer, at);
    instance.keptDue = new Map(
      last.cancelled.flatMap(({ isDue, state, plan }): [string, PlannedTimer][] => (isDue ? [[state, plan]] : [])),
    );
    for (const effect of last.effects.toReversed())
      if (effect.kind === 'exit') this.doors.enter(instance, effect.state, at);
    this.doors.afterStep(instance, at);
    instance.keptDue = new Map();
    this.run.world.tally.withdrawn += 1;
  }
}
