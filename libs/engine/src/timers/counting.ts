import { computeDeadline, eventDate, type PlainDate, type WorkCalendar } from '#libs/calendar';

/** What a due time was counted from, so that another calendar can count it again. */
export interface Counting {
  /** UTC instant or local day of the event. */
  readonly from: string;
  /** The period that was counted, with a minus where it was counted back; empty for a day that somebody set. */
  readonly period: string;
}

/** A timer as far as its length goes. */
export interface CountedTimer {
  readonly period: string;
  readonly dueAt: Date;
  /** Null for timers of a version that did not keep it. */
  readonly counting?: Counting | null;
}

/** The last day as it was counted: a day off at the end has not been added to what is left (民法典 203). */
export function countedTo({ dueAt, counting }: CountedTimer, calendar: WorkCalendar): PlainDate {
  if (!counting || counting.period === '') return eventDate(dueAt.toISOString());
  return computeDeadline({ ...counting, calendar }).countedTo;
}
