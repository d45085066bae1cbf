import { daysBetween, eventDate, localDate, localDateTime, type PlainDate } from '#libs/calendar';

const MIDNIGHT = '00:00';

/** A due time as officers write it: midnight is the 24:00 that ends a day. */
export function dueText(dueAt: Date, language: 'zh' | 'en'): string {
  const [day, time] = dayAndTime(dueAt);
  return language === 'zh' ? `${chineseDate(day)}${chineseTime(time)}` : `${day} ${time}`;
}

/** Days from the day of `at` to the day on which the time ends; negative when that day is over. */
export function daysLeft(dueAt: Date, at: Date): number {
  return daysBetween(localDate(at.toISOString()), eventDate(dueAt.toISOString()));
}

/** `2026年3月5日`. */
export function chineseDate(day: PlainDate): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

function dayAndTime(dueAt: Date): [PlainDate, string] {
  const instant = dueAt.toISOString();
  const time = localDateTime(instant).slice(11);
  return time === MIDNIGHT ? [eventDate(instant), '24:00'] : [localDate(instant), time];
}

function chineseTime(time: string): string {
  const [hours, minutes] = time.split(':').map(Number);
  return minutes === 0 ? `${hours}时` : `${hours}时${minutes}分`;
}
