import { Injectable } from '@nestjs/common';
import type { Bundle } from '../definitions/bundle.js';
import type { TimerRow } from '../instances/case.rows.js';
import type { PlannedTimer } from '../timers/planned-timer.js';
import { TimerPlanner } from '../timers/timer.planner.js';

/** What another calendar makes of a timer. */
export type Recount =
  /** `moved`: due on another day, or its reminders are; `settled`: 暂定 no longer; `same`: the version alone is new. */
  | { readonly kind: 'moved' | 'settled' | 'same'; readonly plan: PlannedTimer }
  /** Nobody knows from what it was counted: it stays as it is, and is named. */
  | { readonly kind: 'unknown' };

/** Where a timer stands. */
export interface TimerPlace {
  readonly bundle: Bundle;
  readonly rootId: number;
  readonly now: Date;
}

/** Says what the calendar of now makes of a running deadline; the same for a dry run and for the real one. */
@Injectable()
export class RecountPlanner {
  constructor(private readonly planner: TimerPlanner) {}

  /** Null where the calendar is the one it was counted by, or where it stands still: it is counted when it goes on. */
  of(timer: TimerRow, { bundle, rootId, now }: TimerPlace): Recount | null {
    const planner = this.planner.for(bundle.content);
    if (timer.remaining !== undefined || timer.calendarVersion === planner.calendar.version) return null;
    const due = timer.kind === 'due' ? bundle.compiled.states.get(timer.state)?.task?.due : undefined;
    const plan = planner.again({ bundle, tx: { root: { id: rootId } } }, { timer, due, at: now });
    return plan === null ? { kind: 'unknown' } : { kind: kindOf(timer, plan), plan };
  }
}

function kindOf(timer: TimerRow, plan: PlannedTimer): 'moved' | 'settled' | 'same' {
  if (plan.dueAt.getTime() !== timer.dueAt.getTime()) return 'moved';
  if (JSON.stringify(plan.steps) !== JSON.stringify(timer.steps)) return 'moved';
  return timer.provisional === plan.provisional ? 'same' : 'settled';
}
