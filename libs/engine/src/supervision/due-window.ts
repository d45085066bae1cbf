import { Injectable } from '@nestjs/common';
import { type DueSpec, type Snapshot, variables } from '#libs/kernel';
import type { Bundle } from '../definitions/bundle.js';
import { TimerPlanner } from '../timers/timer.planner.js';

/** From when to when a task may be due; null where nothing bounds it. Each is the first moment too late. */
export interface DueWindow {
  readonly earliest: Date | null;
  readonly latest: Date | null;
  /** Law that sets the bounds, as config/law names it. */
  readonly law: string | null;
}

/** What a due time is counted from. */
export interface CountedFrom {
  readonly snapshot: Snapshot | null;
  readonly openedAt: Date;
}

/** How far a due time may be moved: within the bounds of its period as the definition states them. */
@Injectable()
export class DueWindows {
  constructor(private readonly planner: TimerPlanner) {}

  of({ compiled, content }: Bundle, due: DueSpec, from: CountedFrom): DueWindow {
    const parameter = compiled.definition.parameters[due.within];
    const law = due.law ?? parameter?.law ?? null;
    // A period that the law itself states, and that no parameter bounds, is its own maximum.
    const longest = parameter ? parameter.max : due.law === undefined ? undefined : due.within;
    const planner = this.planner.for(content);
    const bound = (duration: unknown): Date | null =>
      typeof duration === 'string' ? planner.after(startOf(due, from), { duration }).dueAt : null;
    return { earliest: bound(parameter?.min), latest: bound(longest), law };
  }
}

function startOf({ from }: DueSpec, { snapshot, openedAt }: CountedFrom): Date | string {
  const value = from === undefined || snapshot === null ? undefined : variables(snapshot)[from];
  return typeof value === 'string' ? value : openedAt;
}
