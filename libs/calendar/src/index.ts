export { computeDeadline, type DeadlineInput, type EventTime } from './counting/compute-deadline.js';
export { CUT_OFFS, type CutOff } from './counting/cut-off.rule.js';
export { dateDeadline } from './counting/date-deadline.js';
export type { Deadline } from './counting/deadline.js';
export type { Line } from './counting/line.js';
export { reminderAt } from './counting/reminder-at.js';
export { PROTECTIONS, type Protection } from './counting/roll-to-workday.rule.js';
export {
  atLocalTime,
  endOfDay,
  epochMsOf,
  eventDate,
  type Instant,
  instantOf,
  localDate,
  localDateTime,
  startOfDay,
} from './days/instant.js';
export {
  addPlainDays,
  addPlainMonths,
  daysBetween,
  isPlainDate,
  type PlainDate,
  weekdayOf,
} from './days/plain-date.js';
export { parsePeriod } from './durations/parse-period.js';
export {
  type Period,
  PERIOD_KINDS,
  type PeriodKind,
  type PeriodProblem,
  type PeriodResult,
} from './durations/period.js';
export { type CalendarOverlay, type OverlayResult, parseOverlay } from './holidays/calendar-overlay.js';
export { chinaCalendar } from './holidays/china-calendar.js';
export { type CalendarDay, DAY_KINDS, type DayKind, type WorkCalendar } from './holidays/work-calendar.js';
