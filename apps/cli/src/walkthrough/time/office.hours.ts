import {
  addPlainDays,
  atLocalTime,
  chinaCalendar,
  epochMsOf,
  instantOf,
  localDate,
  type WorkCalendar,
} from '#libs/calendar';

const OPENS = '09:00';
const CLOSES = '17:30';

/** People work on working days between nine and half past five. */
export class OfficeHours {
  constructor(private readonly calendar: WorkCalendar = chinaCalendar()) {}

  /** That moment, or the next opening of the office. */
  openFrom(epochMs: number): number {
    const today = localDate(instantOf(epochMs));
    const isOver = epochMs > epochMsOf(atLocalTime(today, CLOSES));
    let day = isOver ? addPlainDays(today, 1) : today;
    while (!this.calendar.isWorkday(day)) day = addPlainDays(day, 1);
    return Math.max(epochMs, epochMsOf(atLocalTime(day, OPENS)));
  }
}
