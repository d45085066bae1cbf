import type { PlainDate } from '../days/plain-date.js';

/** What a day is for the counting of working days. */
export const DAY_KINDS = ['workday', 'weekend', 'holiday', 'makeUpWorkday'] as const;
/** One of `DAY_KINDS`. `makeUpWorkday` is 调休上班: a weekend day that is worked. */
export type DayKind = (typeof DAY_KINDS)[number];

/** A day and why it is what it is. */
export interface CalendarDay {
  readonly kind: DayKind;
  /** Name of the holiday that makes it so, e.g. 春节. */
  readonly name?: { readonly zh: string; readonly en: string };
}

/** Says of each day whether offices work. Pure: the same version gives the same answers for ever. */
export interface WorkCalendar {
  /** Names the data that answers; stored with every computed deadline so that it can be checked again. */
  readonly version: string;
  /** Last day covered by a State Council notice (or an overlay). Later days are provisional. */
  readonly knownUntil: PlainDate;
  /** Closing time of counters, local `HH:MM`. */
  readonly officeClosesAt: string;
  isWorkday(date: PlainDate): boolean;
  /** True when no notice covers the day, so that the answer may still change. */
  isProvisional(date: PlainDate): boolean;
  dayAt(date: PlainDate): CalendarDay;
}

/** True for the two kinds of day on which offices work. */
export function isWorked(day: CalendarDay): boolean {
  return day.kind === 'workday' || day.kind === 'makeUpWorkday';
}
