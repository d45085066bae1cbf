import chineseDays from 'chinese-days';
import { addPlainDays, type PlainDate, weekdayOf } from '../days/plain-date.js';
import type { CalendarDay } from './work-calendar.js';

type Name = NonNullable<CalendarDay['name']>;

const NEW_YEAR: Name = { zh: '元旦', en: "New Year's Day" };
const SPRING_FESTIVAL: Name = { zh: '春节', en: 'Spring Festival' };
const TOMB_SWEEPING: Name = { zh: '清明', en: 'Tomb-sweeping Day' };
const LABOUR_DAY: Name = { zh: '劳动节', en: 'Labour Day' };
const DRAGON_BOAT: Name = { zh: '端午', en: 'Dragon Boat Festival' };
const MID_AUTUMN: Name = { zh: '中秋', en: 'Mid-autumn Festival' };
const NATIONAL_DAY: Name = { zh: '国庆节', en: 'National Day' };

/** The lunar tables of chinese-days; years outside know only the holidays of fixed date. */
const LUNAR_YEARS = { first: 1901, last: 2099 } as const;

/**
 * 法定节假日 of a year by 《全国年节及纪念日放假办法》 (2024): thirteen days, without the bridges and make-up days
 * that only a State Council notice can set.
 */
export function statutoryHolidays(year: number): ReadonlyMap<PlainDate, Name> {
  const days = new Map<PlainDate, Name>();
  const text = String(year).padStart(4, '0');
  add(days, `${text}-01-01`, 1, NEW_YEAR);
  add(days, `${text}-05-01`, 2, LABOUR_DAY);
  add(days, `${text}-10-01`, 3, NATIONAL_DAY);
  if (year < LUNAR_YEARS.first || year > LUNAR_YEARS.last) return days;
  add(days, addPlainDays(lunarDay(year, 1, 1), -1), 4, SPRING_FESTIVAL);
  add(days, chineseDays.getSolarTermDate(year, 4, 'pure_brightness'), 1, TOMB_SWEEPING);
  add(days, lunarDay(year, 5, 5), 1, DRAGON_BOAT);
  add(days, lunarDay(year, 8, 15), 1, MID_AUTUMN);
  return days;
}

/** The day by statute alone: statutory holidays, else Monday to Friday. */
export function statutoryDay(date: PlainDate, holidays: ReadonlyMap<PlainDate, Name>): CalendarDay {
  const name = holidays.get(date);
  if (name) return { kind: 'holiday', name };
  const weekday = weekdayOf(date);
  return { kind: weekday === 0 || weekday === 6 ? 'weekend' : 'workday' };
}

function add(days: Map<PlainDate, Name>, first: PlainDate, count: number, name: Name): void {
  for (let offset = 0; offset < count; offset += 1) days.set(addPlainDays(first, offset), name);
}

function lunarDay(year: number, month: number, day: number): PlainDate {
  const lunar = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return chineseDays.getSolarDateFromLunar(lunar).date;
}
