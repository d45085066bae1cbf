import { localDate, startOfDay } from '#libs/calendar';
import { type StateSpec, variables } from '#libs/kernel';
import { lineage, specAt } from '../commands/transition.lookup.js';
import type { PlannedTimer } from '../timers/timer.planner.js';
import { Chooser } from './chooser.js';
import type { SimulatedInstance, Stay } from './simulated.instance.js';
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
  readonly dueAt: number | null;
  readonly beginsAt: number;
  /** People who are at work, and who stand behind them. */
  working: number;
  reserve: number;
  patience: number;
}

/** The people of a simulated case: when they act, and what they do. */
export class People {
  private readonly chooser: Chooser;
  private readonly tasks = new Map<Stay, Task>();
  private entered: Stay[] = [];
  private persons = 0;

  constructor(private readonly run: CaseRun) {
    this.chooser = new Chooser(run);
  }

  enter(instance: SimulatedInstance, state: string, at: number): void {
    const stay: Stay = { state, enteredAt: at, isOver: false };
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
    const { tally, hours } = this.run.world;
    const spec = specAt(instance.subject.bundle.compiled, stay.state);
    const waitingOn = spec ? waitingIn(spec) : null;
    if (!spec || waitingOn === null) return;
    const place = { process: instance.process, state: stay.state };
    const task = this.tasks.get(stay);
    const begin = Math.min(at, task?.beginsAt ?? stay.enteredAt);
    tally.stayed(place, waitingOn, hours.between(begin, at));
    if (begin > stay.enteredAt) tally.stayed(place, untilOf(spec), hours.between(stay.enteredAt, begin));
    if (task) tally.taskClosed(place, task.dueAt !== null && at > task.dueAt);
  }

  private open(instance: SimulatedInstance, stay: Stay, at: number): void {
    const spec = specAt(instance.subject.bundle.compiled, stay.state);
    if (!spec?.task) return;
    const plan = this.run.armDue(instance, stay.state, at);
    const isEach = lineage(stay.state).some((path) => hasOnce(specAt(instance.subject.bundle.compiled, path)));
    const crew = isEach ? this.run.world.model.crew(spec.task.assignee) : { people: 1, reserve: 0 };
    const task: Task = {
      instance,
      stay,
      spec,
      dueAt: plan ? plan.dueAt.getTime() : null,
      beginsAt: beginOf(instance, spec, plan, at),
      working: crew.people,
      reserve: crew.reserve,
      patience: PATIENCE,
    };
    this.tasks.set(stay, task);
    for (let person = 0; person < crew.people; person += 1) this.expect(task, task.beginsAt);
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
    const done = this.chooser.act(instance, stay.state, { at, person: this.newPerson() });
    if (done.kind === 'refused') return this.comeBack(task, done.reason, at);
    instance.blocked = null;
    if (!this.tasks.has(stay)) return;
    if (!done.isOnce) return this.expect(task, at);
    task.working -= 1;
    if (task.working > 0 || task.reserve === 0) return;
    task.working += 1;
    task.reserve -= 1;
    this.expect(task, at);
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
    if (stay.isOver || instance.isOver) return;
    this.chooser.send(instance, stay.state, event, { at, person: this.newPerson() });
  }

  private newPerson(): number {
    this.persons += 1;
    return this.persons;
  }
}

function hasOnce(spec: StateSpec | undefined): boolean {
  return Object.values(spec?.on ?? {}).some((list) => list.some(({ once, by }) => once && by === undefined));
}

function isWithin(path: string, outer: string): boolean {
  return outer === '' || path === outer || path.startsWith(`${outer}.`);
}

/** Work whose time is counted from a later day is begun when that day or the first reminder comes. */
function beginOf(instance: SimulatedInstance, spec: StateSpec, plan: PlannedTimer | null, at: number): number {
  const from = spec.task?.due?.from;
  const day = from === undefined || !instance.snapshot ? null : variables(instance.snapshot)[from];
  if (typeof day !== 'string' || day <= localDate(new Date(at).toISOString())) return at;
  const reminder = plan?.steps.find((step) => step.kind === 'remind');
  const begin = Date.parse(startOfDay(day));
  return Math.max(at, reminder ? Math.min(begin, Date.parse(reminder.at)) : begin);
}

/** Work that is not to be begun yet waits for a day, not for a person. */
function untilOf(spec: StateSpec): string {
  return `until ${spec.task?.due?.from ?? ''}`;
}

/** On whom or what a case waits in a state; null where its substates or its child say so. */
function waitingIn(spec: StateSpec): string | null {
  if (spec.task) return `${spec.task.assignee.organisation}/${spec.task.assignee.role}`;
  if (spec.kind !== 'atomic' || spec.subprocess) return null;
  const [deadline] = Object.keys(spec.after);
  if (deadline !== undefined) return `after ${deadline}`;
  const by = Object.values(spec.on).flatMap((list) => list.flatMap((transition) => transition.by ?? []))[0];
  if (by) return `${by.organisation}/${by.role}`;
  return spec.owner ? `${spec.owner.organisation}/${spec.owner.role}` : null;
}
