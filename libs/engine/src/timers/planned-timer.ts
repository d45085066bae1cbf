import type { Deadline } from '#libs/calendar';
import type { JsonObject } from '#libs/kernel';
import { StepDefectError } from '../commands/command.error.js';
import type { Counting } from './counting.js';
import type { TimerStep } from './due-step.js';

/** A timer before it has a row: when it is due, what happens when, and how that was computed. */
export interface PlannedTimer {
  readonly dueAt: Date;
  readonly steps: readonly TimerStep[];
  readonly period: string;
  readonly law: string | null;
  readonly provisional: boolean;
  readonly calendarVersion: string;
  readonly computation: readonly JsonObject[];
  readonly counting: Counting;
}

/** A period to count, or a day that somebody set. */
export interface PeriodOrDate {
  readonly duration?: string;
  readonly date?: string;
  /** What must be left before `date`: counted back. */
  readonly minus?: string;
  readonly law?: string;
}

/** A deadline with what it was counted from. */
export interface Counted {
  readonly deadline: Deadline;
  readonly counting: Counting;
}

/** A length of time counted back carries a minus; `computeDeadline` then protects the other side. */
export function countingOf(at: Date | string, { duration, date, minus }: PeriodOrDate): Counting {
  if (duration !== undefined) return { from: typeof at === 'string' ? at : at.toISOString(), period: duration };
  if (date !== undefined && minus !== undefined) return { from: date, period: `-${minus}` };
  if (date !== undefined) return { from: date, period: '' };
  throw new StepDefectError('?', undefined, 'a deadline has neither a duration nor a date');
}

export function planned(
  { deadline, counting }: Counted,
  { duration, date, law }: PeriodOrDate,
  steps: readonly TimerStep[],
): PlannedTimer {
  return {
    counting,
    dueAt: new Date(deadline.dueAt),
    steps,
    period: duration ?? date ?? '',
    law: law ?? null,
    provisional: deadline.provisional,
    calendarVersion: deadline.calendarVersion,
    computation: deadline.lines.map((line) => ({ ...line })),
  };
}
