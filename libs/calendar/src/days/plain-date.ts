/** A calendar day without time, `YYYY-MM-DD`, as it stands on the wall in Asia/Shanghai. */
export type PlainDate = string;

const DAY_MS = 86_400_000;
const PATTERN = /^\d{4}-\d{2}-\d{2}$/;

/** True for the text of a day that exists: 2026-02-30 does not. */
export function isPlainDate(text: string): boolean {
  if (!PATTERN.test(text)) return false;
  const ms = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(ms) && plainDateOf(ms / DAY_MS) === text;
}

/** Days since 1970-01-01. A day that does not exist is a defect of the caller: check `isPlainDate` at the edge. */
export function epochDayOf(date: PlainDate): number {
  if (!isPlainDate(date)) throw new RangeError(`Not a calendar day: "${date}". Expected an existing YYYY-MM-DD.`);
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS;
}

/** Inverse of `epochDayOf`. */
export function plainDateOf(epochDay: number): PlainDate {
  return new Date(epochDay * DAY_MS).toISOString().slice(0, 10);
}

/** The day `count` days later (earlier when negative). */
export function addPlainDays(date: PlainDate, count: number): PlainDate {
  return plainDateOf(epochDayOf(date) + count);
}

/** The corresponding day `count` months later; where there is none, the last day of that month (民法典 202). */
export function addPlainMonths(date: PlainDate, count: number): PlainDate {
  const monthIndex = yearOf(date) * 12 + monthOf(date) - 1 + count;
  const year = Math.floor(monthIndex / 12);
  const month = (monthIndex % 12) + 1;
  const day = Math.min(dayOf(date), daysInMonth(year, month));
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Number of days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return epochDayOf(to) - epochDayOf(from);
}

/** 0 = Sunday … 6 = Saturday. */
export function weekdayOf(date: PlainDate): number {
  return (((epochDayOf(date) + 4) % 7) + 7) % 7;
}

/** The year of a day, as a number. */
export function yearOf(date: PlainDate): number {
  return Number(date.slice(0, 4));
}

/** Month 1–12. */
export function monthOf(date: PlainDate): number {
  return Number(date.slice(5, 7));
}

/** Day of the month 1–31. */
export function dayOf(date: PlainDate): number {
  return Number(date.slice(8, 10));
}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
