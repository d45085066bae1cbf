/** Calendar arithmetic on `YYYY-MM-DD` texts by the proleptic Gregorian rules; no time zone, no clock. */
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** China has one time zone without summer time since 1991. */
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;

/** Whether the text is a date that exists. */
export function isPlainDate(text: string): boolean {
  return toDayNumber(text) !== null;
}

/** Days since 1970-01-01; null when the text is not a date that exists. */
export function toDayNumber(text: string): number | null {
  const match = DATE.exec(text);
  if (match === null) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return Math.round(Date.UTC(year, month - 1, day) / DAY_MS);
}

/** The date of a day number. */
export function fromDayNumber(days: number): string {
  return new Date(days * DAY_MS).toISOString().slice(0, 10);
}

/** The last day that the month has. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The same day `months` later, or the last day of that month where it has no such day (民法典 203). */
export function addMonths(text: string, months: number): string | null {
  const match = DATE.exec(text);
  if (match === null || toDayNumber(text) === null) return null;
  const index = Number(match[1]) * 12 + Number(match[2]) - 1 + months;
  const [year, month] = [Math.floor(index / 12), (index % 12) + 1];
  return format(year, month, Math.min(Number(match[3]), daysInMonth(year, month)));
}

/** The last day of the date's month. */
export function endOfMonth(text: string): string | null {
  const match = DATE.exec(text);
  if (match === null || toDayNumber(text) === null) return null;
  const [year, month] = [Number(match[1]), Number(match[2])];
  return format(year, month, daysInMonth(year, month));
}

/** The date that a calendar in China shows at that instant; null when the instant is none. */
export function shanghaiDate(instant: string): string | null {
  const millis = Date.parse(instant);
  return Number.isNaN(millis) ? null : new Date(millis + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10);
}

function format(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
