import type { PlainDate } from '../days/plain-date.js';
import type { WorkCalendar } from '../holidays/work-calendar.js';
import { type CutOff, cutOffAt } from './cut-off.rule.js';
import type { Deadline } from './deadline.js';

/** A deadline that somebody set to a day (a contract's end): it does not roll, for nothing was counted. */
export function dateDeadline(input: { date: PlainDate; calendar: WorkCalendar; cutOff?: CutOff }): Deadline {
  const { dueAt, line } = cutOffAt(input.date, input.cutOff ?? 'midnight', input.calendar);
  return {
    dueAt,
    dueDate: input.date,
    countedTo: input.date,
    provisional: false,
    calendarVersion: input.calendar.version,
    lines: [line],
  };
}
