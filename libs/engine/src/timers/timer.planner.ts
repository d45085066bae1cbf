import { Inject, Injectable, Optional } from '@nestjs/common';
import { computeDeadline, dateDeadline, type Deadline, reminderAt, type WorkCalendar } from '#libs/calendar';
import {
  type DueSpec,
  type JsonObject,
  type ProcessDefinition,
  type Snapshot,
  type TaskSpec,
  variables,
} from '#libs/kernel';
import type { CountedTimer, Counting } from './counting.js';
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
  readonly counting: Counting;
}

/** A period to count, or a day that somebody set. */
export interface PeriodOrDate {
  readonly duration?: string;
  readonly date?: string;
  /** What must be left before `date`: counted back. */
  readonly minus?: string;
  readonly law?: string;
}

/** What an instance is pinned to, as far as timers need it. */
interface Pinned {
  readonly content: Pick<BundleContent, 'parameters' | 'ladders'>;
}

/** What a due time depends on; a `StepScope` has all of it. */
export interface DueScope {
  readonly bundle: Pinned & { readonly compiled: { readonly definition: Pick<ProcessDefinition, 'parameters'> } };
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

/** A timer that another calendar counts again. */
export interface CountedAgain {
  readonly timer: Pick<TimerRow, 'counting' | 'period' | 'law' | 'steps' | 'nextStep'>;
  /** Of a task; a deadline that moves the process has none. */
  readonly due: DueSpec | undefined;
  readonly at: Date;
}

interface Counted {
  readonly deadline: Deadline;
  readonly counting: Counting;
}

interface StepsLeft {
  readonly timer: Pick<TimerRow, 'steps' | 'nextStep'>;
  readonly due: DueSpec;
  readonly deadline: Deadline;
}

/** How far the steps of a timer have fired. */
type FiredSteps = Pick<TimerRow, 'law' | 'steps' | 'nextStep'>;

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

  after(at: Date | string, period: PeriodOrDate): PlannedTimer {
    const counted = this.count(at, period);
    return planned(counted, period, [{ kind: 'fire', at: counted.deadline.dueAt }]);
  }

  due(scope: DueScope, task: TaskSpec): PlannedTimer | null {
    const { due } = task;
    if (!due) return null;
    // A period that the law sets stays a lawful one where a task merely names it.
    const law = due.law ?? scope.bundle.compiled.definition.parameters[due.within]?.law;
    const period = { duration: this.durationOf(scope, due.within), ...(law ? { law } : {}) };
    const counted = this.count(startOf(scope, due), period);
    const ladder = scope.bundle.content.ladders[due.escalate] ?? [];
    const steps = this.dueSteps(overdueFrom(counted.deadline, scope.pending.at), due, ladder)
      .map((step) => ({ ...step, at: spread(step, scope.tx.root.id) }))
      .filter((step) => step.at > scope.pending.at.toISOString())
      .sort((a, b) => (a.at < b.at ? -1 : 1));
    return planned(counted, period, steps);
  }

  /** What is left of a running timer at that time, in its own unit; null when it cannot stand still. */
  remaining(timer: CountedTimer, at: Date): string | null {
    return remainingPeriod(timer, at, this.calendar);
  }

  /** The timer of a task with what was left of it: steps that have fired stay, the others move. */
  dueAgain({ bundle, tx }: Pick<DueScope, 'bundle' | 'tx'>, { timer, due, at }: TimerAgain): PlannedTimer {
    const period = { duration: timer.remaining ?? timer.period, ...(timer.law ? { law: timer.law } : {}) };
    const counted = this.count(at, period);
    const steps = this.stepsLeft({ bundle, tx }, { timer, due, deadline: counted.deadline });
    return planned(counted, period, [
      ...timer.steps.slice(0, timer.nextStep),
      ...steps.filter((step) => step.at > at.toISOString()),
    ]);
  }

  /**
   * The timer as this calendar counts it, from where it was counted before. Reminders whose time has passed meanwhile are
   * left out; rungs and what happens when it is overdue are not, they happen at once. Null where nobody knows from what
   * it was counted.
   */
  again({ bundle, tx }: Pick<DueScope, 'bundle' | 'tx'>, { timer, due, at }: CountedAgain): PlannedTimer | null {
    const { counting } = timer;
    if (!counting) return null;
    const period = { duration: timer.period, ...(timer.law ? { law: timer.law } : {}) };
    const counted = { deadline: this.deadlineOf(counting), counting };
    if (!due) return planned(counted, period, [{ kind: 'fire', at: counted.deadline.dueAt }]);
    const steps = this.stepsLeft({ bundle, tx }, { timer, due, deadline: counted.deadline });
    return planned(counted, period, [
      ...timer.steps.slice(0, timer.nextStep),
      ...steps.filter((step) => step.kind !== 'remind' || step.at > at.toISOString() || isAmong(timer.steps, step)),
    ]);
  }

  private stepsLeft({ bundle, tx }: Pick<DueScope, 'bundle' | 'tx'>, { timer, due, deadline }: StepsLeft): TimerStep[] {
    const left = new Set(timer.steps.slice(timer.nextStep).map(identityOf));
    return this.dueSteps(deadline, due, bundle.content.ladders[due.escalate] ?? [])
      .map((step) => ({ ...step, at: spread(step, tx.root.id) }))
      .filter((step) => left.has(identityOf(step)))
      .sort((a, b) => (a.at < b.at ? -1 : 1));
  }

  /** The timer of a task moved to a day that somebody set: what has fired stays, the ladder is climbed anew. */
  dueOn(
    { bundle, tx }: Pick<DueScope, 'bundle' | 'tx'>,
    { timer, due, date, at }: Omit<TimerAgain, 'timer'> & { readonly timer: FiredSteps; readonly date: string },
  ): PlannedTimer {
    const period = { date, ...(timer.law ? { law: timer.law } : {}) };
    const counted = this.count(at, period);
    const fired = timer.steps.slice(0, timer.nextStep);
    // What the process was told once of being overdue it is not told again.
    const wasOverdue = fired.some(({ kind }) => kind === 'overdue');
    const steps = this.dueSteps(counted.deadline, due, bundle.content.ladders[due.escalate] ?? [])
      .map((step) => ({ ...step, at: spread(step, tx.root.id) }))
      .filter((step) => step.at > at.toISOString() && !(wasOverdue && step.kind === 'overdue'))
      .sort((a, b) => (a.at < b.at ? -1 : 1));
    return planned(counted, period, [...fired, ...steps]);
  }

  private dueSteps(deadline: Pick<Deadline, 'dueAt'>, due: DueSpec, ladder: Ladder): TimerStep[] {
    const at = (offset: string): string => reminderAt({ dueAt: deadline.dueAt, offset, calendar: this.calendar });
    return [
      ...due.remind.map((offset): TimerStep => ({ kind: 'remind', at: at(offset), offset })),
      ...(due.onOverdue ? [{ kind: 'overdue', at: deadline.dueAt, event: due.onOverdue } satisfies TimerStep] : []),
      ...ladder.map(
        ({ after, level, to, supervise }): TimerStep => ({
          kind: 'rung',
          at: at(after),
          level,
          to,
          ...(supervise ? { supervise } : {}),
        }),
      ),
    ];
  }

  private count(at: Date | string, period: PeriodOrDate): Counted {
    const counting = countingOf(at, period);
    return { counting, deadline: this.deadlineOf(counting) };
  }

  private deadlineOf({ from, period }: Counting): Deadline {
    if (period === '') return dateDeadline({ date: from, calendar: this.calendar });
    return computeDeadline({ from, period, calendar: this.calendar });
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

/** So long somebody has, at least, before what is due already when it opens counts as overdue. */
const LEAST_MS = 60_000;

/**
 * What was due before its task opened is overdue from then on: its ladder is climbed from the opening, so that no post
 * is passed over because a date lay in the past. Reminders before it are not sent.
 */
function overdueFrom({ dueAt }: Deadline, opened: Date): Pick<Deadline, 'dueAt'> {
  const least = new Date(opened.getTime() + LEAST_MS).toISOString();
  return { dueAt: dueAt > opened.toISOString() ? dueAt : least };
}

/** A length of time counted back carries a minus; `computeDeadline` then protects the other side. */
function countingOf(at: Date | string, { duration, date, minus }: PeriodOrDate): Counting {
  if (duration !== undefined) return { from: typeof at === 'string' ? at : at.toISOString(), period: duration };
  if (date !== undefined && minus !== undefined) return { from: date, period: `-${minus}` };
  if (date !== undefined) return { from: date, period: '' };
  throw new StepDefectError('?', undefined, 'a deadline has neither a duration nor a date');
}

function isAmong(steps: readonly TimerStep[], step: TimerStep): boolean {
  return steps.some((known) => known.at === step.at && identityOf(known) === identityOf(step));
}

/** What a step is, whenever it is. */
function identityOf({ at: _at, ...step }: TimerStep): string {
  return JSON.stringify(step);
}

function spread(step: TimerStep, rootId: number): string {
  if (step.kind === 'fire' || step.kind === 'overdue') return step.at;
  return new Date(Date.parse(step.at) + (rootId % SPREAD_SECONDS) * 1000).toISOString();
}

function planned(
  { deadline, counting }: Counted,
  { duration, date, law }: PeriodOrDate,
  steps: readonly TimerStep[],
): PlannedTimer {
  return {
    counting,
    dueAt: new Date(deadline.dueAt),
    steps,
    period: duration ?? date ?? '',
    law: law ?? null,
    provisional: deadline.provisional,
    calendarVersion: deadline.calendarVersion,
    computation: deadline.lines.map((line) => ({ ...line })),
  };
}
