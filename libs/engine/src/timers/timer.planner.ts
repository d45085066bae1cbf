import { Inject, Injectable, Optional } from '@nestjs/common';
import { computeDeadline, dateDeadline, type Deadline, reminderAt, type WorkCalendar } from '#libs/calendar';
import { type DueSpec, type JsonObject, type Snapshot, type TaskSpec, variables } from '#libs/kernel';
import { remainingPeriod } from './remaining-period.js';
import type { TimerRow } from '../instances/case.rows.js';
import { StepDefectError } from '../commands/command.error.js';
import type { BundleContent } from '../definitions/bundle.js';
import type { Ladder } from '../definitions/ladder.js';
import type { TimerStep } from './due-step.js';
import { RegionalCalendars, WORK_CALENDAR } from './work-calendar.provider.js';

/** A timer before it has a row: when it is due, what happens when, and how that was computed. */
export interface PlannedTimer {
  readonly dueAt: Date;
  readonly steps: readonly TimerStep[];
  readonly period: string;
  readonly law: string | null;
  readonly provisional: boolean;
  readonly calendarVersion: string;
  readonly computation: readonly JsonObject[];
}

/** A period to count, or a day that somebody set. */
export interface PeriodOrDate {
  readonly duration?: string;
  readonly date?: string;
  /** What must be left before `date`: counted back. */
  readonly minus?: string;
  readonly law?: string;
}

/** What a due time depends on; a `StepScope` has all of it. */
export interface DueScope {
  readonly bundle: { readonly content: Pick<BundleContent, 'parameters' | 'ladders'> };
  readonly tx: { readonly root: { readonly id: number } };
  readonly pending: { readonly at: Date };
  readonly instance: { readonly snapshot: Snapshot | null };
}

/** A timer that stood still, the due time that it stands for, and when it runs again. */
export interface TimerAgain {
  readonly timer: Pick<TimerRow, 'remaining' | 'period' | 'law' | 'steps' | 'nextStep'>;
  readonly due: DueSpec;
  readonly at: Date;
}

/** Reminders of one case go out together, those of many cases spread over these seconds after nine o'clock. */
const SPREAD_SECONDS = 300;

/** Computes due times with the working-day calendar, outside XState. */
@Injectable()
export class TimerPlanner {
  constructor(
    @Inject(WORK_CALENDAR) readonly calendar: WorkCalendar,
    @Optional() private readonly regional?: RegionalCalendars,
  ) {}

  /** The planner with the calendar that an instance is pinned to. */
  for({ calendars = [] }: Pick<BundleContent, 'calendars'>): TimerPlanner {
    if (calendars.length === 0 || this.regional === undefined) return this;
    return new TimerPlanner(this.regional.of(calendars));
  }

  after(at: Date, period: PeriodOrDate): PlannedTimer {
    const deadline = this.deadline(at, period);
    return planned(deadline, period, [{ kind: 'fire', at: deadline.dueAt }]);
  }

  due(scope: DueScope, task: TaskSpec): PlannedTimer | null {
    const { due } = task;
    if (!due) return null;
    const period = { duration: this.durationOf(scope, due.within), ...(due.law ? { law: due.law } : {}) };
    const deadline = this.deadline(startOf(scope, due), period);
    const ladder = scope.bundle.content.ladders[due.escalate] ?? [];
    const steps = this.dueSteps(deadline, due, ladder)
      .map((step) => ({ ...step, at: spread(step, scope.tx.root.id) }))
      .filter((step) => step.at > scope.pending.at.toISOString())
      .sort((a, b) => (a.at < b.at ? -1 : 1));
    return planned(deadline, period, steps);
  }

  /** What is left of a running timer at that time, in its own unit; null when it cannot stand still. */
  remaining({ period, dueAt }: Pick<TimerRow, 'period' | 'dueAt'>, at: Date): string | null {
    return remainingPeriod(period, at, dueAt, this.calendar);
  }

  /** The timer of a task with what was left of it: steps that have fired stay, the others move. */
  dueAgain({ bundle, tx }: Pick<DueScope, 'bundle' | 'tx'>, { timer, due, at }: TimerAgain): PlannedTimer {
    const period = { duration: timer.remaining ?? timer.period, ...(timer.law ? { law: timer.law } : {}) };
    const deadline = this.deadline(at, period);
    const left = new Set(timer.steps.slice(timer.nextStep).map(identityOf));
    const steps = this.dueSteps(deadline, due, bundle.content.ladders[due.escalate] ?? [])
      .map((step) => ({ ...step, at: spread(step, tx.root.id) }))
      .filter((step) => left.has(identityOf(step)) && step.at > at.toISOString())
      .sort((a, b) => (a.at < b.at ? -1 : 1));
    return planned(deadline, period, [...timer.steps.slice(0, timer.nextStep), ...steps]);
  }

  private dueSteps(deadline: Deadline, due: DueSpec, ladder: Ladder): TimerStep[] {
    const at = (offset: string): string => reminderAt({ dueAt: deadline.dueAt, offset, calendar: this.calendar });
    return [
      ...due.remind.map((offset): TimerStep => ({ kind: 'remind', at: at(offset), offset })),
      ...(due.onOverdue ? [{ kind: 'overdue', at: deadline.dueAt, event: due.onOverdue } satisfies TimerStep] : []),
      ...ladder.map(({ after, level, to }): TimerStep => ({ kind: 'rung', at: at(after), level, to })),
    ];
  }

  private deadline(at: Date | string, { duration, date, minus }: PeriodOrDate): Deadline {
    if (duration !== undefined) {
      const from = typeof at === 'string' ? at : at.toISOString();
      return computeDeadline({ from, period: duration, calendar: this.calendar });
    }
    if (date !== undefined && minus !== undefined) {
      return computeDeadline({ from: date, period: minus, direction: 'backward', calendar: this.calendar });
    }
    if (date !== undefined) return dateDeadline({ date, calendar: this.calendar });
    throw new StepDefectError('?', undefined, 'a deadline has neither a duration nor a date');
  }

  /** `within` is a literal or names a duration parameter. */
  private durationOf({ bundle }: DueScope, within: string): string {
    const value = bundle.content.parameters[within];
    return typeof value === 'string' ? value : within;
  }
}

function startOf({ instance, pending }: DueScope, due: DueSpec): Date | string {
  if (!due.from || !instance.snapshot) return pending.at;
  const value = variables(instance.snapshot)[due.from];
  return typeof value === 'string' ? value : pending.at;
}

/** What a step is, whenever it is. */
function identityOf({ at: _at, ...step }: TimerStep): string {
  return JSON.stringify(step);
}

function spread(step: TimerStep, rootId: number): string {
  if (step.kind === 'fire' || step.kind === 'overdue') return step.at;
  return new Date(Date.parse(step.at) + (rootId % SPREAD_SECONDS) * 1000).toISOString();
}

function planned(deadline: Deadline, { duration, date, law }: PeriodOrDate, steps: readonly TimerStep[]): PlannedTimer {
  return {
    dueAt: new Date(deadline.dueAt),
    steps,
    period: duration ?? date ?? '',
    law: law ?? null,
    provisional: deadline.provisional,
    calendarVersion: deadline.calendarVersion,
    computation: deadline.lines.map((line) => ({ ...line })),
  };
}
