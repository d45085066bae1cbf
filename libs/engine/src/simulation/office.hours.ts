import { addPlainDays, daysBetween, type PlainDate, type WorkCalendar } from '#libs/calendar';

/** From and to, local `HH:MM`. */
export type OfficeSpan = readonly [from: string, to: string];

const EPOCH = '1970-01-01';
const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
/** Asia/Shanghai is UTC+8 all year round. */
const LOCAL_OFFSET_MS = 8 * 3_600_000;

interface Span {
  readonly start: number;
  readonly end: number;
}

/** 办公时间: minutes in which offices work, counted over the working-day calendar. */
export class OfficeHours {
  readonly minutesPerDay: number;
  private readonly spans: readonly Span[];
  private readonly firstDay: number;
  /** Working days before each day since the first one; grows as it is asked. */
  private readonly workdays: number[] = [0];

  constructor(
    private readonly calendar: WorkCalendar,
    spans: readonly OfficeSpan[],
    /** No earlier day will be asked for. */
    from: PlainDate,
  ) {
    this.spans = spans.map(([start, end]) => ({ start: minuteOf(start), end: minuteOf(end) }));
    this.minutesPerDay = this.spans.reduce((sum, { start, end }) => sum + end - start, 0);
    this.firstDay = daysBetween(EPOCH, from);
  }

  /** Office minutes from one moment (epoch ms) to a later one. */
  between(from: number, to: number): number {
    return this.position(to) - this.position(from);
  }

  /** 工作日 as a fraction, for reports. */
  workingDays(from: number, to: number): number {
    return this.between(from, to) / this.minutesPerDay;
  }

  /** The moment at which so many office minutes have passed. */
  add(from: number, minutes: number): number {
    const target = this.position(from) + Math.max(minutes, 0.01);
    let day = this.dayOf(from);
    while (this.before(day + 1) * this.minutesPerDay < target) day += 1;
    return this.momentOf(day, target - this.before(day) * this.minutesPerDay);
  }

  private momentOf(day: number, minutesIntoWork: number): number {
    let left = minutesIntoWork;
    for (const { start, end } of this.spans) {
      if (left <= end - start) return this.startOf(day) + (start + left) * MINUTE_MS;
      left -= end - start;
    }
    return this.startOf(day + 1);
  }

  /** Office minutes from the first day to the moment. */
  private position(at: number): number {
    const day = this.dayOf(at);
    const whole = this.before(day) * this.minutesPerDay;
    return this.isWorked(day) ? whole + this.workedBy((at - this.startOf(day)) / MINUTE_MS) : whole;
  }

  private workedBy(minute: number): number {
    return this.spans.reduce((sum, { start, end }) => sum + Math.max(0, Math.min(minute, end) - start), 0);
  }

  private dayOf(at: number): number {
    return Math.floor((at + LOCAL_OFFSET_MS) / DAY_MS);
  }

  private startOf(day: number): number {
    return day * DAY_MS - LOCAL_OFFSET_MS;
  }

  private isWorked(day: number): boolean {
    return this.before(day + 1) > this.before(day);
  }

  private before(day: number): number {
    const index = Math.max(0, day - this.firstDay);
    while (this.workdays.length <= index) {
      const date = addPlainDays(EPOCH, this.firstDay + this.workdays.length - 1);
      this.workdays.push((this.workdays.at(-1) ?? 0) + (this.calendar.isWorkday(date) ? 1 : 0));
    }
    return this.workdays[index] ?? 0;
  }
}

function minuteOf(wallClock: string): number {
  const [hours, minutes] = wallClock.split(':').map(Number);
  return (hours ?? 0) * 60 + (minutes ?? 0);
}
