import type { MigrationObstacle, Snapshot } from '#libs/kernel';
import type { Bundle } from '../definitions/bundle.js';
import type { TaskRow, TimerRow } from '../instances/case.rows.js';
import type { PlannedTimer } from '../timers/planned-timer.js';
import type { TimerPolicy } from './timer.policy.js';

export type StandingTask = TaskRow & { readonly openedAt: Date };
export type StandingTimer = TimerRow &
  Pick<PlannedTimer, 'calendarVersion' | 'computation'> & { readonly armedAt: Date };

/** An instance as it stands before the move. */
export interface StandingInstance {
  readonly rootId: number;
  readonly instanceId: number;
  readonly snapshot: Snapshot;
  readonly tasks: readonly StandingTask[];
  readonly timers: readonly StandingTimer[];
  /** When a state was entered last; undefined where history does not say. */
  enteredAt(state: string): Date | undefined;
}

export interface MigrationQuestion {
  readonly instance: StandingInstance;
  readonly from: Bundle;
  readonly to: Bundle;
  readonly policy: TimerPolicy;
  readonly now: Date;
}

/** A task that is closed and opened again with another assignee or due time, or the one or the other alone. */
export interface TaskChange {
  readonly state: string;
  readonly closes: TaskRow | null;
  readonly opens: {
    readonly hasNewAssignee: boolean;
    readonly dueAt: Date | null;
    readonly due: PlannedTimer | null;
    /** Reminders that go on as they are. */
    readonly keeps: StandingTimer | null;
  } | null;
}

/** A deadline that moves the process: cancelled, armed, or both. */
export interface TimerChange {
  readonly state: string;
  readonly deadline: string;
  readonly closes: TimerRow | null;
  readonly opens: PlannedTimer | null;
}

/** Everything that the move would do, or every reason against it. */
export type MigrationPlan =
  | {
      readonly ok: true;
      readonly snapshot: Snapshot;
      readonly tasks: readonly TaskChange[];
      readonly timers: readonly TimerChange[];
    }
  | { readonly ok: false; readonly obstacles: readonly MigrationObstacle[] };
