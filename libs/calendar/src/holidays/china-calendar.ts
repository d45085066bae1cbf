import { epochDayOf, type PlainDate, plainDateOf, yearOf } from '../days/plain-date.js';
import type { CalendarOverlay } from './calendar-overlay.js';
import { isOfficial, OFFICIAL_DATA, OFFICIAL_YEARS, officialDay } from './official-days.js';
import { statutoryDay, statutoryHolidays } from './statutory-days.js';
import { type CalendarDay, isWorked, type WorkCalendar } from './work-calendar.js';

const DEFAULT_OFFICE_CLOSING = '17:30';

/**
 * 工作日 calendar of the mainland: State Council notices 2004–2026, then overlays (later ones win), and for all other
 * days statutory holidays plus Monday to Friday, marked provisional (暂定).
 */
export function chinaCalendar(overlays: readonly CalendarOverlay[] = []): WorkCalendar {
  return new ChinaCalendar(overlays);
}

class ChinaCalendar implements WorkCalendar {
  readonly version: string;
  readonly knownUntil: PlainDate;
  readonly officeClosesAt: string;
  private readonly settledYears: ReadonlySet<number>;
  private readonly years = new Map<number, readonly CalendarDay[]>();

  constructor(private readonly overlays: readonly CalendarOverlay[]) {
    this.version = [OFFICIAL_DATA, ...overlays.map((overlay) => overlay.version)].join('+');
    this.settledYears = new Set(overlays.flatMap((overlay) => overlay.settlesYear ?? []));
    this.knownUntil = `${this.lastKnownYear()}-12-31`;
    this.officeClosesAt =
      overlays.findLast((overlay) => overlay.officeClosesAt)?.officeClosesAt ?? DEFAULT_OFFICE_CLOSING;
  }

  isWorkday(date: PlainDate): boolean {
    return isWorked(this.dayAt(date));
  }

  isProvisional(date: PlainDate): boolean {
    const year = yearOf(date);
    return year < OFFICIAL_YEARS.first || (year > OFFICIAL_YEARS.last && !this.settledYears.has(year));
  }

  dayAt(date: PlainDate): CalendarDay {
    const year = yearOf(date);
    const day = this.daysOf(year)[epochDayOf(date) - epochDayOf(`${date.slice(0, 4)}-01-01`)];
    if (!day) throw new RangeError(`No such day in the calendar: "${date}".`);
    return day;
  }

  // A gap (2028 settled, 2027 not) leaves the end at the gap.
  private lastKnownYear(): number {
    let year: number = OFFICIAL_YEARS.last;
    while (this.settledYears.has(year + 1)) year += 1;
    return year;
  }

  // Whole years are kept: a lookup in the data package costs microseconds, and the hot path asks for many days.
  private daysOf(year: number): readonly CalendarDay[] {
    const known = this.years.get(year);
    if (known) return known;
    const days = this.buildYear(year);
    this.years.set(year, days);
    return days;
  }

  private buildYear(year: number): readonly CalendarDay[] {
    const text = String(year).padStart(4, '0');
    const first = epochDayOf(`${text}-01-01`);
    const length = epochDayOf(`${text}-12-31`) - first + 1;
    const holidays = isOfficial(`${text}-01-01`) ? undefined : statutoryHolidays(year);
    return Array.from({ length }, (_, index) => {
      const date = plainDateOf(first + index);
      return this.overlaidDay(date) ?? (holidays ? statutoryDay(date, holidays) : officialDay(date));
    });
  }

  private overlaidDay(date: PlainDate): CalendarDay | null {
    for (const overlay of this.overlays.toReversed()) {
      const off = overlay.off.get(date);
      if (off) return { kind: 'holiday', name: { zh: off, en: off } };
      const worked = overlay.worked.get(date);
      if (worked) return { kind: 'makeUpWorkday', name: { zh: worked, en: worked } };
    }
    return null;
  }
}
