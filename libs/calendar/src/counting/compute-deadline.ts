import { eventDate, startOfDay } from '../days/instant.js';
import { isPlainDate, type PlainDate } from '../days/plain-date.js';
import { parsePeriod } from '../durations/parse-period.js';
import { negated, type Period } from '../durations/period.js';
import type { WorkCalendar } from '../holidays/work-calendar.js';
import type { CountInput, Counted, Step } from './counting.rule.js';
import { type CutOff, cutOffAt } from './cut-off.rule.js';
import type { Deadline } from './deadline.js';
import { countElapsed } from './elapsed.rule.js';
import { provisionalLine } from './line.js';
import { countMonths } from './months.rule.js';
import { countNaturalDays } from './natural-days.rule.js';
import { remembered } from './remembered.js';
import { type Protection, rollToWorkday } from './roll-to-workday.rule.js';
import { countWorkingDays } from './working-days.rule.js';

/** When the event was: an `Instant`, or the `PlainDate` itself where no moment is known. */
export type EventTime = string;

/** What a deadline is computed from. */
export interface DeadlineInput {
  /**
   * The event that starts the period. A moment exactly at local midnight is the 24:00 of the day before (see
   * `eventDate`): pass a day as a day, not as its first moment.
   */
  readonly from: EventTime;
  /** ISO 8601 or working days (`P7WD`); negative counts back. A malformed text is a defect: see `parsePeriod`. */
  readonly period: string;
  readonly calendar: WorkCalendar;
  /** Default `midnight`. */
  readonly cutOff?: CutOff;
  /** Default `forward`. */
  readonly direction?: 'forward' | 'backward';
  /** Default: `later` for periods counted forward, `earlier` for periods counted back. */
  readonly protect?: Protection;
}

type DayPeriod = Exclude<Period, { kind: 'elapsed' }>;

/** Counts a period from an event to the moment at which it has run out. */
export function computeDeadline(input: DeadlineInput): Deadline {
  const { period, step } = oriented(input);
  if (period.kind === 'elapsed') return elapsedDeadline(input, step * period.milliseconds);
  const eventDay = dayOfEvent(input.from);
  const key = ['deadline', eventDay, input.period, step, input.cutOff, input.protect].join(' ');
  return remembered(input.calendar, key, () => countedDeadline(input, { eventDate: eventDay, period, step }));
}

function countedDeadline(input: DeadlineInput, question: Omit<CountInput<DayPeriod>, 'calendar'>): Deadline {
  const { step } = question;
  const counted = count({ ...question, calendar: input.calendar });
  const rolled = rollToWorkday(counted.lastDay, input.protect ?? (step === 1 ? 'later' : 'earlier'), input.calendar);
  const provisional = counted.provisional || rolled.provisional;
  const { dueAt, line } = cutOffAt(rolled.lastDay, input.cutOff ?? 'midnight', input.calendar);
  const lines = [...counted.lines, ...rolled.lines, line];
  return {
    dueAt,
    dueDate: rolled.lastDay,
    countedTo: counted.lastDay,
    provisional,
    calendarVersion: input.calendar.version,
    lines: provisional ? [...lines, provisionalLine(input.calendar.version)] : lines,
  };
}

/** The period with positive amounts, and the way to walk. */
export function oriented(input: Pick<DeadlineInput, 'period' | 'direction'>): { period: Period; step: Step } {
  const parsed = parsePeriod(input.period);
  if (!parsed.ok) throw new RangeError(parsed.problem.message.en);
  const isNegative = input.period.startsWith('-');
  const isBackward = (input.direction === 'backward') !== isNegative;
  return { period: isNegative ? negated(parsed.period) : parsed.period, step: isBackward ? -1 : 1 };
}

/** Counts by the rule of the period's kind. */
export function count(input: CountInput<DayPeriod>): Counted {
  const { period, ...rest } = input;
  switch (period.kind) {
    case 'workingDays':
      return countWorkingDays({ ...rest, period });
    case 'naturalDays':
      return countNaturalDays({ ...rest, period });
    case 'months':
      return countMonths({ ...rest, period });
  }
}

function dayOfEvent(from: EventTime): PlainDate {
  return isPlainDate(from) ? from : eventDate(from);
}

function elapsedDeadline(input: DeadlineInput, milliseconds: number): Deadline {
  const from = isPlainDate(input.from) ? startOfDay(input.from) : input.from;
  const elapsed = countElapsed(from, milliseconds);
  return {
    ...elapsed,
    countedTo: elapsed.dueDate,
    provisional: false,
    calendarVersion: input.calendar.version,
  };
}
