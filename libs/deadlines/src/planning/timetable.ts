import {
  addPlainDays,
  atLocalTime,
  type Instant,
  localDate,
  localDateTime,
  type PlainDate,
  type WorkCalendar,
} from '#libs/calendar';
import type { DeliveryTimes } from './notification.policy.js';

/** Longer than any run of days off. */
const LONGEST_SEARCH_DAYS = 60;

/** When people of one division may be written to. Pure: business time in, business time out. */
export class Timetable {
  private readonly digests = new Map<PlainDate, Instant>();

  constructor(
    private readonly calendar: WorkCalendar,
    private readonly times: DeliveryTimes,
  ) {}

  /** The first digest after that moment: on a working day. */
  nextDigest(at: Date): Date {
    const today = localDate(at.toISOString());
    const todays = this.digestFrom(today);
    return new Date(Date.parse(todays) > at.getTime() ? todays : this.digestFrom(addPlainDays(today, 1)));
  }

  /** That moment, or the first one after it outside the quiet hours; also on a working day, unless it is urgent and the region lets it out. */
  firstOpen(at: Date, { isUrgent }: { isUrgent: boolean }): Date {
    const needsWorkday = !(isUrgent && this.times.urgentOnDaysOff);
    let moment = at;
    for (let tries = 0; tries < LONGEST_SEARCH_DAYS; tries += 1) {
      const day = localDate(moment.toISOString());
      const quietEnd = this.endOfQuiet(moment, day);
      if (quietEnd !== null) moment = quietEnd;
      else if (needsWorkday && !this.calendar.isWorkday(day)) moment = this.openingOf(addPlainDays(day, 1));
      else return moment;
    }
    return moment;
  }

  private digestFrom(day: PlainDate): Instant {
    const known = this.digests.get(day);
    if (known !== undefined) return known;
    let candidate = day;
    for (let tries = 0; tries < LONGEST_SEARCH_DAYS && !this.calendar.isWorkday(candidate); tries += 1)
      candidate = addPlainDays(candidate, 1);
    const digest = atLocalTime(candidate, this.times.digestAt);
    this.digests.set(day, digest);
    return digest;
  }

  /** Null outside the quiet hours. */
  private endOfQuiet(moment: Date, day: PlainDate): Date | null {
    const { from, to } = this.times.quietHours;
    const now = localDateTime(moment.toISOString()).slice(11);
    if (from === to) return null;
    if (from < to) return now >= from && now < to ? new Date(atLocalTime(day, to)) : null;
    if (now >= from) return new Date(atLocalTime(addPlainDays(day, 1), to));
    return now < to ? new Date(atLocalTime(day, to)) : null;
  }

  /** When a day begins for letters: with the end of the quiet hours of the night before. */
  private openingOf(day: PlainDate): Date {
    const { from, to } = this.times.quietHours;
    return new Date(atLocalTime(day, from > to ? to : '00:00'));
  }
}
