import { atLocalTime, epochMsOf, eventDate, type Instant, instantOf } from '../days/instant.js';
import type { WorkCalendar } from '../holidays/work-calendar.js';
import { count, oriented } from './compute-deadline.js';
import { remembered } from './remembered.js';

/** Reminders arrive when the working day begins. */
const REMINDER_TIME = '09:00';

/**
 * When a reminder goes out: 09:00 local of the day that lies `offset` before (`-P3WD`) or after (`P1WD`) the due day;
 * `P0D` is 09:00 of the due day itself. Not rolled: a reminder cuts nobody's time. `-PT30M` counts by the clock.
 */
export function reminderAt(input: { dueAt: Instant; offset: string; calendar: WorkCalendar }): Instant {
  const { period, step } = oriented({ period: input.offset });
  if (period.kind === 'elapsed') return instantOf(epochMsOf(input.dueAt) + step * period.milliseconds);
  const dueDate = eventDate(input.dueAt);
  return remembered(input.calendar, `reminder ${dueDate} ${input.offset}`, () => {
    const { lastDay } = count({ eventDate: dueDate, period, step, calendar: input.calendar });
    return atLocalTime(lastDay, REMINDER_TIME);
  });
}
