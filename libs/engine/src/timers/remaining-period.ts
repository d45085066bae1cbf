import { addPlainDays, daysBetween, eventDate, parsePeriod, type WorkCalendar } from '#libs/calendar';

/**
 * What is left of a period, in its own unit: working days of the calendar, natural days, or time on the clock. A day
 * that has begun counts whole, so that nobody loses by standing still. Null for a day that somebody set: it has no
 * period that could stand still.
 */
export function remainingPeriod(period: string, at: Date, dueAt: Date, calendar: WorkCalendar): string | null {
  const parsed = parsePeriod(period);
  if (!parsed.ok) return null;
  if (parsed.period.kind === 'elapsed') return `PT${Math.max(1, Math.ceil((dueAt.getTime() - at.getTime()) / 1000))}S`;
  const today = eventDate(at.toISOString());
  const days = Math.max(0, daysBetween(today, eventDate(dueAt.toISOString())));
  if (parsed.period.kind !== 'workingDays') return `P${Math.max(1, days)}D`;
  const left = Array.from({ length: days }, (_, index) => addPlainDays(today, index + 1));
  return `P${Math.max(1, left.filter((date) => calendar.isWorkday(date)).length)}WD`;
}
