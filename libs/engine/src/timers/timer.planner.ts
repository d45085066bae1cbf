import { Inject, Injectable, Optional } from '@nestjs/common';
import { computeDeadline, dateDeadline, type Deadline, reminderAt, type WorkCalendar } from '#libs/calendar';
import { type DueSpec, type ProcessDefinition, type Snapshot, type TaskSpec, variables } from '#libs/kernel';
import type { CountedTimer, Counting } from './counting.js';
import { type Counted, countingOf, type PeriodOrDate, planned, type PlannedTimer } from './planned-timer.js';
import { remainingPeriod } from './remaining-period.js';
import type { TimerRow } from '../instances/case.rows.js';
import type { BundleContent } from '../definitions/bundle.js';
import type { Ladder } from '../definitions/ladder.js';
import type { TimerStep } from './due-step.js';
import { identityOf, isAmong, overdueFrom, spread } from './timer-steps.js';
import { RegionalCalendars, WORK_CALENDAR } from './work-calendar.provider.js';

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

interface StepsLeft {
  readonly timer: Pick<TimerRow, 'steps' | 'nextStep'>;
  readonly due: DueSpec;
  readonly deadline: Deadline;
}

/** How far the steps of a timer have fired. */
type FiredSteps = Pick<TimerRow, 'law' | 'steps' | 'nextStep'>;

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
