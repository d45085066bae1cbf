import { addPlainDays, type PlainDate } from '../days/plain-date.js';
import type { Period } from '../durations/period.js';
import { isWorked } from '../holidays/work-calendar.js';
import type { CountInput, Counted } from './counting.rule.js';
import { eventLine } from './line.js';
import { stretchLines, type WalkedDay } from './stretch-lines.js';

type WorkingDays = Extract<Period, { kind: 'workingDays' }>;

/**
 * 工作日: walks from the day after the event and counts the days on which offices work, make-up days included.
 * The last day is a workday by construction (unless the period is zero).
 */
export function countWorkingDays(input: CountInput<WorkingDays>): Counted {
  const walked = walk(input);
  const lastDay = walked.at(-1)?.date ?? input.eventDate;
  return {
    lastDay,
    provisional: walked.some(({ date }) => input.calendar.isProvisional(date)),
    lines: [eventLine(input.eventDate, input.step === 1), ...stretchLines(walked)],
  };
}

function walk({ eventDate, period, step, calendar }: CountInput<WorkingDays>): WalkedDay[] {
  const walked: WalkedDay[] = [];
  let date: PlainDate = eventDate;
  for (let count = 0; count < period.days; ) {
    date = addPlainDays(date, step);
    const day = calendar.dayAt(date);
    if (isWorked(day)) count += 1;
    walked.push({ date, day, count });
  }
  return walked;
}
