import type { PlainDate } from '../days/plain-date.js';
import type { Period } from '../durations/period.js';
import type { WorkCalendar } from '../holidays/work-calendar.js';
import type { Line } from './line.js';

/** 1 counts into the future, -1 into the past. */
export type Step = 1 | -1;

/** What a rule counts from. The amounts of `period` are never negative: `step` carries the direction. */
export interface CountInput<P extends Period = Period> {
  /** Day of the event, itself not counted (民法典 201). */
  readonly eventDate: PlainDate;
  readonly period: P;
  readonly step: Step;
  readonly calendar: WorkCalendar;
}

/** Where a rule arrived. */
export interface Counted {
  readonly lastDay: PlainDate;
  /** True when the day was found by asking days that no notice covers yet. */
  readonly provisional: boolean;
  readonly lines: readonly Line[];
}
