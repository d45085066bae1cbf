import type { SignSpec, StateSpec, TaskSpec } from '#libs/kernel';
import { lineage, specAt } from '../commands/transition.lookup.js';
import { Ballot } from './ballot.js';
import { Chooser } from './chooser.js';
import type { SecondThoughts } from './second.thoughts.js';
import type { Crew } from './simulation.model.js';
import type { SimulatedInstance, SimulatedTimer, Stay } from './simulated.instance.js';
import { beginOf, tellWait, untilOf, waitingIn } from './waiting.js';
import type { CaseRun } from './world.js';

/** Persons come after deadlines of the same moment. */
const PERSON_RANK = 1;
const MINUTES_PER_HOUR = 60;
/** So many times people come back to a task that lets them do nothing, a working day apart. */
const PATIENCE = 15;
/** Where no deadline ends it, events that need no task come within so many working days. */
const SEND_DAYS = 20;

interface Task {
  readonly instance: SimulatedInstance;
  readonly stay: Stay;
  readonly spec: StateSpec;
  dueAt: number | null;
  readonly beginsAt: number;
  /** Until then nobody holds the post. */
  readonly vacantUntil: number;
  /** People who are at work, and who stand behind them. */
  working: number;
  reserve: number;
  patience: number;
  readonly ballot: Ballot | null;
}

/** The people of a simulated case: when they act, and what they do. */
export class People {
  /** Set by the case once its timers stand. */
  thoughts: SecondThoughts | null = null;
  private readonly chooser: Chooser;
  private readonly tasks = new Map<Stay, Task>();
  private entered: Stay[] = [];
  private persons = 0;

  constructor(private readonly run: CaseRun) {
    this.chooser = new Chooser(run);
  }

  enter(instance: SimulatedInstance, state: string, at: number): void {
    const stay: Stay = { state, enteredAt: at, isOver: false, heldMinutes: 0 };
    instance.stays.set(state, stay);
    this.entered.push(stay);
  }

  leave(instance: SimulatedInstance, state: string, at: number): void {
    const stay = instance.stays.get(state);
    if (!stay) return;
    stay.isOver = true;
    instance.stays.delete(state);
    this.tell(instance, stay, at);
    this.tasks.delete(stay);
  }

  /** Tasks open and events become possible once the step is over: only then the deadlines stand. */
  afterStep(instance: SimulatedInstance, at: number): void {
    const { entered } = this;
    this.entered = [];
    for (const stay of entered) {
      if (stay.isOver) continue;
      this.open(instance, stay, at);
      this.expectSends(instance, stay, at);
    }
  }

  private tell(instance: SimulatedInstance, stay: Stay, at: number): void {
    const spec = specAt(instance.subject.bundle.compiled, stay.state);
    const waitingOn = spec ? waitingIn(spec) : null;
    if (!spec || waitingOn === null) return;
    const place = { process: instance.process, state: stay.state };
    const task = this.tasks.get(stay);
    const begin = Math.min(at, task?.beginsAt ?? stay.enteredAt);
    this.goOn(instance, stay, at);
    const wait = { place, waitingOn, until: untilOf(spec), begin, at, vacantUntil: task?.vacantUntil };
    tellWait(this.run.world, stay, wait);
    if (task) this.run.world.tally.taskClosed(place, task.dueAt !== null && at > task.dueAt);
  }

  /** What is suspended waits for nobody; what goes on again is told with how long it stood still. */
  stand(instance: SimulatedInstance, causeOf: (state: string) => string | undefined, at: number): void {
    for (const stay of instance.stays.values()) {
      const cause = causeOf(stay.state);
      if (cause === stay.held?.cause) continue;
      this.goOn(instance, stay, at);
      if (cause !== undefined) stay.held = { since: at, cause };
    }
  }

  moveDue({ stays }: SimulatedInstance, { state, plan }: SimulatedTimer): void {
    const stay = stays.get(state);
    const task = stay && this.tasks.get(stay);
    if (task) task.dueAt = plan.dueAt.getTime();
  }

  private goOn(instance: SimulatedInstance, stay: Stay, at: number): void {
    const { held, state } = stay;
    stay.held = undefined;
    const spec = specAt(instance.subject.bundle.compiled, state);
    if (!held || !spec || waitingIn(spec) === null) return;
    const { tally, hours } = this.run.world;
    const minutes = hours.between(held.since, at);
    stay.heldMinutes += minutes;
    tally.stayed({ process: instance.process, state }, `suspended ${held.cause}`, minutes);
  }

  private open(instance: SimulatedInstance, stay: Stay, at: number): void {
    const spec = specAt(instance.subject.bundle.compiled, stay.state);
    if (!spec?.task) return;
    const plan = this.run.armDue(instance, stay.state, at);
    const crew = this.crewOf(instance, stay, spec.task);
    const sign = signOf(spec.task);
    const beginsAt = beginOf(instance, spec, plan, at);
    const task: Task = {
      instance,
      stay,
      spec,
      dueAt: plan ? plan.dueAt.getTime() : null,
      beginsAt,
      vacantUntil: this.vacantUntil(beginsAt),
      working: crew.people,
      reserve: crew.reserve,
      patience: PATIENCE,
      ballot: sign ? new Ballot(sign, crew.people + crew.reserve) : null,
    };
    this.tasks.set(stay, task);
    for (let person = 0; person < crew.people; person += 1) this.expect(task, task.vacantUntil);
  }

  /** All who sign are asked at once or one after the other; elsewhere one person acts unless each does. */
  private crewOf(instance: SimulatedInstance, { state }: Stay, task: TaskSpec): Crew {
    const { people, reserve } = this.run.world.model.crew(task.assignee);
    const sign = signOf(task);
    if (sign?.order === 'sequential') return { people: 1, reserve: people + reserve - 1 };
    if (sign) return { people: people + reserve, reserve: 0 };
    const isEach = lineage(state).some((path) => hasOnce(specAt(instance.subject.bundle.compiled, path)));
    return isEach ? { people, reserve } : { people: 1, reserve: 0 };
  }

  private vacantUntil(from: number): number {
    const { world, random } = this.run;
    const { share, days } = world.model.vacancy;
    if (share === 0 || !random.chance(share)) return from;
    world.tally.vacant += 1;
    return world.hours.add(from, random.between(...days) * world.hours.minutesPerDay);
  }

  private expect(task: Task, from: number): void {
    const { world, random } = this.run;
    if (!task.spec.task) return;
    const { hours, spread } = world.model.workTime(task.instance.process, task.stay.state, task.spec.task.assignee);
    this.comeAt(task, world.hours.add(from, random.logNormal(hours, spread) * MINUTES_PER_HOUR));
  }

  private comeAt(task: Task, at: number): void {
    this.run.queue.push({ at, rank: PERSON_RANK, run: () => this.work(task, at) });
  }

  private work(task: Task, at: number): void {
    const { instance, stay } = task;
    if (stay.isOver || instance.isOver) return;
    const tomorrow = (): number => this.run.world.hours.add(at, this.run.world.hours.minutesPerDay);
    if (this.run.suspendedBy(instance, stay.state) !== undefined) return this.comeAt(task, tomorrow());
    if (this.thoughts?.sendsBack(instance, stay.state, at) === true) return;
    const done = this.chooser.act(instance, stay.state, { at, person: this.newPerson(), ballot: task.ballot });
    if (done.kind === 'refused') return this.comeBack(task, done.reason, at);
    instance.blocked = null;
    if (!this.tasks.has(stay)) return this.finished(instance, stay.state, at);
    if (done.isOnce) this.next(task, at);
    else this.expect(task, at);
  }

  /** Whoever stands behind takes the place of the one who is done. */
  private next(task: Task, at: number): void {
    task.working -= 1;
    if (task.working > 0 || task.reserve === 0) return;
    task.working += 1;
    task.reserve -= 1;
    this.expect(task, at);
  }

  private finished(instance: SimulatedInstance, state: string, at: number): void {
    instance.finished.push(state);
    this.thoughts?.mayTakeBack(instance, state, at);
  }

  private comeBack(task: Task, reason: string, at: number): void {
    task.instance.blocked = reason;
    task.patience -= 1;
    if (task.patience > 0) this.comeAt(task, this.run.world.hours.add(at, this.run.world.hours.minutesPerDay));
  }

  private expectSends(instance: SimulatedInstance, stay: Stay, at: number): void {
    const { world, random } = this.run;
    const spec = specAt(instance.subject.bundle.compiled, stay.state);
    for (const [event, transitions] of Object.entries(spec?.on ?? {})) {
      if (!transitions.some(({ by }) => by !== undefined)) continue;
      const [fewest, most] = world.model.sendCount(event);
      const window = world.hours.between(at, this.endOf(instance, stay, at));
      const count = random.between(fewest, most);
      for (let sent = 0; sent < count; sent += 1) {
        const when = world.hours.add(at, window * random.next());
        this.run.queue.push({ at: when, rank: PERSON_RANK, run: () => this.send(instance, stay, event, when) });
      }
    }
  }

  /** The latest deadline below the state. */
  private endOf(instance: SimulatedInstance, stay: Stay, at: number): number {
    const ends = [...instance.timers]
      .filter((timer) => !timer.isDue && isWithin(timer.state, stay.state))
      .map((timer) => timer.plan.dueAt.getTime());
    const { hours } = this.run.world;
    return ends.length > 0 ? Math.max(...ends) : hours.add(at, SEND_DAYS * hours.minutesPerDay);
  }

  private send(instance: SimulatedInstance, stay: Stay, event: string, at: number): void {
    if (stay.isOver || instance.isOver || this.run.suspendedBy(instance, stay.state) !== undefined) return;
    this.chooser.send(instance, stay.state, event, { at, person: this.newPerson() });
  }

  private newPerson(): number {
    this.persons += 1;
    return this.persons;
  }
}

/** The rule by which several decide, if several do. */
function signOf({ sign }: TaskSpec): SignSpec | undefined {
  return sign?.mode === 'one' || sign?.mode === 'random' ? undefined : sign;
}

function hasOnce(spec: StateSpec | undefined): boolean {
  return Object.values(spec?.on ?? {}).some((list) => list.some(({ once, by }) => once && by === undefined));
}

function isWithin(path: string, outer: string): boolean {
  return outer === '' || path === outer || path.startsWith(`${outer}.`);
}
