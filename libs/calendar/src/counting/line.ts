import { dayOf, monthOf, type PlainDate, weekdayOf, yearOf } from '../days/plain-date.js';

/** One line of a computation, as the officer reads it. */
export interface Line {
  readonly zh: string;
  readonly en: string;
}

const WEEKDAYS_ZH = ['日', '一', '二', '三', '四', '五', '六'];
const WEEKDAYS_EN = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** 2026年2月12日（星期四） */
export function zhDay(date: PlainDate): string {
  return `${yearOf(date)}年${zhShortDay(date)}`;
}

/** 2月12日（星期四） */
export function zhShortDay(date: PlainDate): string {
  return `${monthOf(date)}月${dayOf(date)}日（星期${WEEKDAYS_ZH[weekdayOf(date)]}）`;
}

/** Thu 2026-02-12 */
export function enDay(date: PlainDate): string {
  return `${WEEKDAYS_EN[weekdayOf(date)]} ${date}`;
}

/** The line that every count of days begins with. */
export function eventLine(eventDate: PlainDate, isForward: boolean): Line {
  return {
    zh: `自${zhDay(eventDate)}${isForward ? '起算' : '向前倒算'}，当日不计入（民法典第二百零一条）。`,
    en: `Counted ${isForward ? 'from' : 'back from'} ${enDay(eventDate)}, that day not counted (Civil Code 201).`,
  };
}

/** Says that the date may still move. */
export function provisionalLine(calendarVersion: string): Line {
  return {
    zh: `所涉日期的国务院放假安排尚未公布，按法定节假日及周一至周五推算，本日期为暂定（日历版本 ${calendarVersion}）。`,
    en: `No State Council notice covers these days yet; computed on statutory holidays and Monday to Friday, so the date is provisional (calendar ${calendarVersion}).`,
  };
}
