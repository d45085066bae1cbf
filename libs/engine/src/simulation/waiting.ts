import type { CaseRun } from './world.js';
import { localDate, startOfDay } from '#libs/calendar';
import { type StateSpec, variables } from '#libs/kernel';
import type { PlannedTimer } from '../timers/planned-timer.js';
import type { SimulatedInstance, Stay } from './simulated.instance.js';

/** Work whose time is counted from a later day is begun when that day or the first reminder comes. */
export function beginOf(instance: SimulatedInstance, spec: StateSpec, plan: PlannedTimer | null, at: number): number {
  const from = spec.task?.due?.from;
  const day = from === undefined || !instance.snapshot ? null : variables(instance.snapshot)[from];
  if (typeof day !== 'string' || day <= localDate(new Date(at).toISOString())) return at;
  const reminder = plan?.steps.find((step) => step.kind === 'remind');
  const begin = Date.parse(startOfDay(day));
  return Math.max(at, reminder ? Math.min(begin, Date.parse(reminder.at)) : begin);
}

/** Work that is not to be begun yet waits for a day, not for a person. */
export function untilOf(spec: StateSpec): string {
  return `until ${spec.task?.due?.from ?? ''}`;
}

/** On whom or what a case waits in a state; null where its substates or its child say so. */
export function waitingIn(spec: StateSpec): string | null {
  if (spec.task) return `${spec.task.assignee.organisation}/${spec.task.assignee.role}`;
  if (spec.kind !== 'atomic' || spec.subprocess) return null;
  const [deadline] = Object.keys(spec.after);
  if (deadline !== undefined) return `after ${deadline}`;
  const by = Object.values(spec.on).flatMap((list) => list.flatMap((transition) => transition.by ?? []))[0];
  if (by) return `${by.organisation}/${by.role}`;
  return spec.owner ? `${spec.owner.organisation}/${spec.owner.role}` : null;
}

/** How long a task waited, and on whom; times in minutes of the virtual clock. */
export interface Wait {
  readonly place: { readonly process: string; readonly state: string };
  readonly waitingOn: string;
  /** What it waited for before it could begin. */
  readonly until: string;
  readonly begin: number;
  readonly at: number;
  readonly vacantUntil: number | undefined;
}

/** A post that was vacant, then whoever had the task. */
export function tellWait({ tally, hours }: CaseRun['world'], stay: Stay, wait: Wait): void {
  const { place, waitingOn, begin, at, vacantUntil = begin } = wait;
  const vacant = hours.between(begin, Math.min(at, Math.max(begin, vacantUntil)));
  if (vacant > 0) tally.stayed(place, `vacant ${waitingOn}`, vacant);
  tally.stayed(place, waitingOn, Math.max(0, hours.between(begin, at) - vacant - stay.heldMinutes));
  if (begin > stay.enteredAt) tally.stayed(place, wait.until, hours.between(stay.enteredAt, begin));
}
