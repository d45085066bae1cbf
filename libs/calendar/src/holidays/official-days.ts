import chineseDays from 'chinese-days';
import { type PlainDate, weekdayOf, yearOf } from '../days/plain-date.js';
import type { CalendarDay } from './work-calendar.js';

/** The years for which chinese-days holds the State Council's notices. Beyond them it falls back in silence. */
export const OFFICIAL_YEARS = { first: 2004, last: 2026 } as const;

/** Version of the holiday data; a spec holds it equal to the installed package. */
export const OFFICIAL_DATA = 'chinese-days@1.5.7';

/** True when the notices answer for this day. */
export function isOfficial(date: PlainDate): boolean {
  return yearOf(date) >= OFFICIAL_YEARS.first && yearOf(date) <= OFFICIAL_YEARS.last;
}

/** The day as the notice of its year has it. Ask only for days that are `isOfficial`. */
export function officialDay(date: PlainDate): CalendarDay {
  const detail = chineseDays.getDayDetail(date);
  const isWeekend = weekdayOf(date) === 0 || weekdayOf(date) === 6;
  const name = nameOf(detail.name);
  if (detail.work) return isWeekend && name ? { kind: 'makeUpWorkday', name } : { kind: 'workday' };
  return name ? { kind: 'holiday', name } : { kind: 'weekend' };
}

// The package writes `Spring Festival,春节,4` for days of a notice and the bare weekday for all others.
function nameOf(text: string): CalendarDay['name'] {
  const [en, zh] = text.split(',');
  return en && zh ? { zh, en } : undefined;
}
