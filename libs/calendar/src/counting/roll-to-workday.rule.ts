import { addPlainDays, type PlainDate } from '../days/plain-date.js';
import type { WorkCalendar } from '../holidays/work-calendar.js';
import type { Counted } from './counting.rule.js';
import { enDay, type Line, zhDay } from './line.js';

/** Which way a last day that falls on a day off moves: away from the party whose time must not be cut. */
export const PROTECTIONS = ['later', 'earlier'] as const;
/** One of `PROTECTIONS`. */
export type Protection = (typeof PROTECTIONS)[number];

/**
 * 顺延: a period whose last day is a day off ends on the next working day (民法典 203). Where a party must be left at
 * least so much time before an event (periods counted back), the day moves to the working day before instead.
 */
export function rollToWorkday(lastDay: PlainDate, protect: Protection, calendar: WorkCalendar): Counted {
  const step = protect === 'later' ? 1 : -1;
  let day = lastDay;
  let provisional = calendar.isProvisional(day);
  while (!calendar.isWorkday(day)) {
    day = addPlainDays(day, step);
    provisional ||= calendar.isProvisional(day);
  }
  return { lastDay: day, provisional, lines: day === lastDay ? [] : [rollLine(lastDay, day, calendar)] };
}

function rollLine(from: PlainDate, to: PlainDate, calendar: WorkCalendar): Line {
  const { name } = calendar.dayAt(from);
  const zhReason = name?.zh ?? '周末';
  const enReason = name?.en ?? 'weekend';
  return to > from
    ? {
        zh: `末日为休息日（${zhReason}），顺延至其后第一个工作日${zhDay(to)}（民法典第二百零三条）。`,
        en: `The last day is a day off (${enReason}): it moves to the next working day, ${enDay(to)} (Civil Code 203).`,
      }
    : {
        zh: `末日为休息日（${zhReason}），为不减损相对人期间利益，提前至此前最近的工作日${zhDay(to)}。`,
        en: `The last day is a day off (${enReason}): it moves to the working day before, ${enDay(to)}, so that nobody's time is cut.`,
      };
}
