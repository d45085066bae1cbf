import { monthOf, type PlainDate, yearOf } from '../days/plain-date.js';
import { type CalendarDay, isWorked } from '../holidays/work-calendar.js';
import { enDay, type Line, zhShortDay } from './line.js';

/** A day that the count passed, and how many working days were counted up to and with it. */
export interface WalkedDay {
  readonly date: PlainDate;
  readonly day: CalendarDay;
  readonly count: number;
}

/** Longer walks are told by month: nobody reads a hundred weekends. */
const LONGEST_BY_STRETCH = 31;

/** Tells a walk over working days: each run of counted days and each run of days off, or month by month. */
export function stretchLines(walked: readonly WalkedDay[]): Line[] {
  if (walked.length > LONGEST_BY_STRETCH) return grouped(walked, ({ date }) => date.slice(0, 7)).map(monthLine);
  return grouped(walked, ({ day }) => String(isWorked(day))).map((run) =>
    isWorked(run[0].day) ? countedLine(run) : skippedLine(run),
  );
}

type Run = readonly [WalkedDay, ...WalkedDay[]];

function grouped(walked: readonly WalkedDay[], keyOf: (day: WalkedDay) => string): Run[] {
  const runs: [WalkedDay, ...WalkedDay[]][] = [];
  for (const day of walked) {
    const run = runs.at(-1);
    if (run && keyOf(run[0]) === keyOf(day)) run.push(day);
    else runs.push([day]);
  }
  return runs;
}

function countedLine(run: Run): Line {
  const madeUp = run.filter(({ day }) => day.kind === 'makeUpWorkday');
  const zhNote = madeUp.length > 0 ? `（${madeUp.map(({ date }) => zhShortDay(date)).join('、')}调休上班）` : '';
  const enNote = madeUp.length > 0 ? ` (${madeUp.map(({ date }) => date).join(', ')} worked as make-up)` : '';
  const { zh, en } = span(run);
  return {
    zh: `${zh}：第${ordinals(run, '至')}个工作日${zhNote}。`,
    en: `${en}: working day ${ordinals(run, '–')}${enNote}.`,
  };
}

function skippedLine(run: Run): Line {
  const names = run.flatMap(({ day }) => day.name ?? []);
  const zhNames = [...new Set(names.map(({ zh }) => zh))].join('、') || '周末';
  const enNames = [...new Set(names.map(({ en }) => en))].join(', ') || 'weekend';
  const { zh, en } = span(run);
  return { zh: `${zh}：休息日，不计入（${zhNames}）。`, en: `${en}: days off, not counted (${enNames}).` };
}

function monthLine(run: Run): Line {
  const worked = run.filter(({ day }) => isWorked(day));
  const [first] = run;
  const month = { zh: `${yearOf(first.date)}年${monthOf(first.date)}月`, en: first.date.slice(0, 7) };
  if (worked.length === 0) return { zh: `${month.zh}：无工作日。`, en: `${month.en}: no working day.` };
  const [from, to] = [worked[0]?.count, worked.at(-1)?.count];
  return {
    zh: `${month.zh}：${worked.length}个工作日（第${from}至${to}个），休息日${run.length - worked.length}天不计入。`,
    en: `${month.en}: ${worked.length} working days (${from}–${to}), ${run.length - worked.length} days off not counted.`,
  };
}

function span(run: Run): Line {
  const [first, last] = [run[0].date, run.at(-1)?.date ?? run[0].date];
  if (first === last) return { zh: zhShortDay(first), en: enDay(first) };
  return { zh: `${zhShortDay(first)}至${zhShortDay(last)}`, en: `${enDay(first)} to ${enDay(last)}` };
}

function ordinals(run: Run, dash: string): string {
  const [first, last] = [run[0].count, run.at(-1)?.count ?? run[0].count];
  return first === last ? String(first) : `${first}${dash}${last}`;
}
