import { addPlainDays, daysBetween, eventDate, parsePeriod, type WorkCalendar } from '#libs/calendar';
import { type CountedTimer, countedTo } from './counting.js';

/**
 * What is left of a period, in its own unit: working days of the calendar, natural days, or time on the clock. Natural
 * days are left up to the last day as it was counted; that it moved from a day off to a working day gives nobody more.
 * A day that has begun counts whole, so that nobody loses by standing still. Null for a day that somebody set, or that
 * was counted back from one: it has no period that could stand still.
 */
export function remainingPeriod(timer: CountedTimer, at: Date, calendar: WorkCalendar): string | null {
  const parsed = parsePeriod(timer.counting?.period || timer.period);
  if (!parsed.ok || timer.counting?.period.startsWith('-')) return null;
  const { period } = parsed;
  if (period.kind === 'elapsed') return `PT${Math.max(1, Math.ceil((timer.dueAt.getTime() - at.getTime()) / 1000))}S`;
  const today = eventDate(at.toISOString());
  const days = Math.max(0, daysBetween(today, countedTo(timer, calendar)));
  if (period.kind !== 'workingDays') return `P${Math.max(1, days)}D`;
  const left = Array.from({ length: days }, (_, index) => addPlainDays(today, index + 1));
  return `P${Math.max(1, left.filter((date) => calendar.isWorkday(date)).length)}WD`;
}
