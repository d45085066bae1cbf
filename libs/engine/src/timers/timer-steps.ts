import type { Deadline } from '#libs/calendar';
import type { TimerStep } from './due-step.js';

/** Reminders of one case go out together, those of many cases spread over these seconds after nine o'clock. */
const SPREAD_SECONDS = 300;

/** So long somebody has, at least, before what is due already when it opens counts as overdue. */
const LEAST_MS = 60_000;

/**
 * What was due before its task opened is overdue from then on: its ladder is climbed from the opening, so that no post
 * is passed over because a date lay in the past. Reminders before it are not sent.
 */
export function overdueFrom({ dueAt }: Deadline, opened: Date): Pick<Deadline, 'dueAt'> {
  const least = new Date(opened.getTime() + LEAST_MS).toISOString();
  return { dueAt: dueAt > opened.toISOString() ? dueAt : least };
}

export function isAmong(steps: readonly TimerStep[], step: TimerStep): boolean {
  return steps.some((known) => known.at === step.at && identityOf(known) === identityOf(step));
}

/** What a step is, whenever it is. */
export function identityOf({ at: _at, ...step }: TimerStep): string {
  return JSON.stringify(step);
}

export function spread(step: TimerStep, rootId: number): string {
  if (step.kind === 'fire' || step.kind === 'overdue') return step.at;
  return new Date(Date.parse(step.at) + (rootId % SPREAD_SECONDS) * 1000).toISOString();
}
