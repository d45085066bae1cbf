import { Injectable } from '@nestjs/common';
import type { StepEffect, TaskSpec } from '#libs/kernel';
import type { BundleContent } from '../definitions/bundle.js';
import { parseTimer } from '../instances/case.parser.js';
import type { QuerySource } from '../instances/query.source.js';
import type { LeftDeadlines, PendingStep } from '../steps/pending.step.js';
import { TimerPlanner } from '../timers/timer.planner.js';
import type { EarlierStep } from './earlier.steps.js';

interface Place {
  readonly instanceId: number;
  readonly content: Pick<BundleContent, 'parameters' | 'calendars'>;
  readonly spec: TaskSpec | undefined;
}

/** `deadlines: remaining`: the deadlines of a step to which work is returned go on where they stood. */
@Injectable()
export class DeadlineRest {
  constructor(private readonly planner: TimerPlanner) {}

  async of(step: EarlierStep, { instanceId, content, spec }: Place, source: QuerySource): Promise<LeftDeadlines> {
    const planner = this.planner.for(content);
    const rows: Record<string, unknown>[] = await source.query(
      'SELECT * FROM engine_timer WHERE instance_id = ? AND closed_seq = ? AND state = ?',
      [instanceId, step.closedSeq, step.state],
    );
    const timers = rows.map(parseTimer);
    const after = timers.flatMap((timer) => {
      if (timer.kind !== 'after') return [];
      const left = planner.remaining(timer, step.closedAt);
      return left === null ? [] : [[timer.deadline, left] as const];
    });
    const period = spec?.due && periodOf(spec.due.within, content);
    // The timer of a task that has rung for the last time is done and no longer among them.
    const counting = timers.find(({ kind }) => kind === 'due')?.counting ?? null;
    const due = period && step.dueAt ? planner.remaining({ period, dueAt: step.dueAt, counting }, step.closedAt) : null;
    return { state: step.state, ...(due === null ? {} : { due }), after: Object.fromEntries(after) };
  }
}

/** `within` is a literal or names a duration parameter. */
function periodOf(within: string, { parameters }: Pick<BundleContent, 'parameters'>): string {
  const value = parameters[within];
  return typeof value === 'string' ? value : within;
}

/** The task with what was left of its period. */
export function dueWithRest({ left }: Pick<PendingStep, 'left'>, statePath: string, task: TaskSpec): TaskSpec {
  if (left?.state !== statePath || left.due === undefined || !task.due) return task;
  const { from: _from, ...due } = task.due;
  return { ...task, due: { ...due, within: left.due } };
}

/** The deadline with what was left of its period; a day that somebody set stays that day. */
export function armedWithRest(
  { left }: Pick<PendingStep, 'left'>,
  effect: Extract<StepEffect, { kind: 'arm' }>,
): Extract<StepEffect, { kind: 'arm' }> {
  const rest = left?.state === effect.state ? left.after[effect.deadline] : undefined;
  return rest === undefined || effect.duration === undefined ? effect : { ...effect, duration: rest };
}
