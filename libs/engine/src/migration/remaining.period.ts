import {
  addPlainDays,
  daysBetween,
  localDate,
  parsePeriod,
  type Period,
  type PlainDate,
  type WorkCalendar,
} from '#libs/calendar';
import { type CountedTimer, countedTo } from '../timers/counting.js';

type DayPeriod = Extract<Period, { kind: 'workingDays' | 'naturalDays' }>;

/**
 * The period to count from `now`, so that what was left stays left and changes by as much as the period does.
 * Null where the two are not counted in the same days: then only counting anew makes sense.
 */
export function remainingPeriod(
  now: Date,
  running: CountedTimer,
  period: string,
  calendar: WorkCalendar,
): string | null {
  const [before, after] = [dayPeriod(running.period), dayPeriod(period)];
  if (!before || before.kind !== after?.kind) return null;
  const [from, to] = [localDate(now.toISOString()), countedTo(running, calendar)];
  const left = before.kind === 'workingDays' ? workingDaysBetween(from, to, calendar) : daysBetween(from, to);
  const days = Math.max(0, left + after.days - before.days);
  return before.kind === 'workingDays' ? `P${days}WD` : `P${days}D`;
}

function dayPeriod(text: string): DayPeriod | null {
  const parsed = parsePeriod(text);
  if (!parsed.ok) return null;
  const { period } = parsed;
  return period.kind === 'workingDays' || period.kind === 'naturalDays' ? period : null;
}

function workingDaysBetween(from: PlainDate, to: PlainDate, calendar: WorkCalendar): number {
  let count = 0;
  for (let day = addPlainDays(from, 1); day <= to; day = addPlainDays(day, 1)) if (calendar.isWorkday(day)) count += 1;
  return count;
}
