/** A calendar day without time, `YYYY-MM-DD`, as it stands on the wall in Asia/Shanghai. */
export type PlainDate = string;

const PATTERN = /^\d{4}-\d{2}-\d{2}$/;
/** Days of a 400-year cycle of the Gregorian calendar, and from 0000-03-01 to 1970-01-01. */
const CYCLE_DAYS = 146_097;
const EPOCH_OFFSET = 719_468;

/** True for the text of a day that exists: 2026-02-30 does not. */
export function isPlainDate(text: string): boolean {
  if (!PATTERN.test(text)) return false;
  const month = monthOf(text);
  const day = dayOf(text);
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(yearOf(text), month);
}

/**
 * Days since 1970-01-01. A day that does not exist is a defect of the caller: check `isPlainDate` at the edge.
 * Whole numbers instead of `Date`, because every count of working days asks this for each day that it passes.
 */
export function epochDayOf(date: PlainDate): number {
  if (!isPlainDate(date)) throw new RangeError(`Not a calendar day: "${date}". Expected an existing YYYY-MM-DD.`);
  // Years begin in March here, so that the leap day is the last of its year.
  const month = monthOf(date);
  const year = month > 2 ? yearOf(date) : yearOf(date) - 1;
  const cycle = Math.floor(year / 400);
  const yearOfCycle = year - cycle * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + dayOf(date) - 1;
  const dayOfCycle = yearOfCycle * 365 + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100) + dayOfYear;
  return cycle * CYCLE_DAYS + dayOfCycle - EPOCH_OFFSET;
}

/** Inverse of `epochDayOf`. */
export function plainDateOf(epochDay: number): PlainDate {
  const days = epochDay + EPOCH_OFFSET;
  const cycle = Math.floor(days / CYCLE_DAYS);
  const dayOfCycle = days - cycle * CYCLE_DAYS;
  const leapDays = Math.floor(dayOfCycle / 1460) - Math.floor(dayOfCycle / 36_524) + Math.floor(dayOfCycle / 146_096);
  const yearOfCycle = Math.floor((dayOfCycle - leapDays) / 365);
  const dayOfYear = dayOfCycle - (365 * yearOfCycle + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = yearOfCycle + cycle * 400 + (month <= 2 ? 1 : 0);
  return textOf(year, month, dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1);
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
  return textOf(year, month, day);
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
  return digitsOf(date, 0, 4);
}

/** Month 1–12. */
export function monthOf(date: PlainDate): number {
  return digitsOf(date, 5, 7);
}

/** Day of the month 1–31. */
export function dayOf(date: PlainDate): number {
  return digitsOf(date, 8, 10);
}

function digitsOf(text: string, start: number, end: number): number {
  let value = 0;
  for (let index = start; index < end; index += 1) value = value * 10 + text.charCodeAt(index) - 48;
  return value;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function textOf(year: number, month: number, day: number): PlainDate {
  return `${String(year).padStart(4, '0')}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`;
}
