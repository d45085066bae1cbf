import { atLocalTime, endOfDay, type Instant } from '../days/instant.js';
import type { PlainDate } from '../days/plain-date.js';
import type { WorkCalendar } from '../holidays/work-calendar.js';
import { enDay, type Line, zhDay } from './line.js';

/** When on its last day a period ends: at 24:00, or when the counter closes. */
export const CUT_OFFS = ['midnight', 'office'] as const;
/** One of `CUT_OFFS`. */
export type CutOff = (typeof CUT_OFFS)[number];

/** The moment at which the last day is over, and the line that says so. */
export function cutOffAt(dueDate: PlainDate, cutOff: CutOff, calendar: WorkCalendar): { dueAt: Instant; line: Line } {
  const wallClock = cutOff === 'midnight' ? '24:00' : calendar.officeClosesAt;
  return {
    dueAt: cutOff === 'midnight' ? endOfDay(dueDate) : atLocalTime(dueDate, wallClock),
    line: {
      zh: `于${zhDay(dueDate)}${wallClock}${cutOff === 'office' ? '（办公结束时间，民法典第二百零三条）' : ''}届满。`,
      en: `Ends on ${enDay(dueDate)} at ${wallClock}${cutOff === 'office' ? ' (office closing, Civil Code 203)' : ''}.`,
    },
  };
}
