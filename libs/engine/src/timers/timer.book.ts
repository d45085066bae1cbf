import { Injectable } from '@nestjs/common';
import type { StepEffect, TaskSpec } from '#libs/kernel';
import type { TaskRow, TimerRow } from '../instances/case.rows.js';
import { armedWithRest } from '../returning/left.deadlines.js';
import type { StepScope } from '../steps/step.scope.js';
import { runTimer } from './timer.holding.js';
import type { PlannedTimer } from './planned-timer.js';
import { TimerPlanner } from './timer.planner.js';

type Arm = Extract<StepEffect, { kind: 'arm' }>;
type Disarm = Extract<StepEffect, { kind: 'disarm' }>;
type Extend = Extract<StepEffect, { kind: 'extend' }>;

/** The timers of a case: armed, moved and cancelled with the steps that cause it. The row is the truth. */
@Injectable()
export class TimerBook {
  constructor(private readonly planner: TimerPlanner) {}

  arm(scope: StepScope, effect: Arm): void {
    const plan = this.planner.for(scope.bundle.content).after(scope.pending.at, armedWithRest(scope.pending, effect));
    write(scope, { state: effect.state, taskId: null, deadline: effect.deadline, kind: 'after', plan });
  }

  disarm(scope: StepScope, effect: Disarm): void {
    this.cancelOf(
      scope,
      (timer) => timer.kind === 'after' && timer.state === effect.state && timer.deadline === effect.deadline,
    );
  }

  /** Moves a running deadline so that at least the given period is left; never shortens it. */
  extend(scope: StepScope, effect: Extend): void {
    const { tx, instance, pending, record } = scope;
    const timers = [...tx.timers.values()].filter(
      (row) => row.instanceId === instance.id && row.deadline === effect.deadline && row.kind === 'after',
    );
    for (const timer of timers) {
      const least = this.planner.for(scope.bundle.content).after(pending.at, { duration: effect.atLeast });
      if (least.dueAt <= timer.dueAt) continue;
      runTimer(tx, timer, least);
      record.armed.push({ timer: timer.id, deadline: timer.deadline, due: least.dueAt.toISOString(), extended: true });
    }
  }

  planDue(scope: StepScope, task: TaskSpec): PlannedTimer | null {
    return this.planner.for(scope.bundle.content).due(scope, task);
  }

  armDue(scope: StepScope, task: TaskRow, plan: PlannedTimer): void {
    if (plan.steps.length === 0) return;
    write(scope, { state: task.state, taskId: task.id, deadline: 'due', kind: 'due', plan });
  }

  cancelOf({ tx, instance, record }: StepScope, matches: (timer: TimerRow) => boolean): void {
    const cancelled = [...tx.timers.values()].filter((timer) => timer.instanceId === instance.id && matches(timer));
    for (const timer of cancelled) {
      tx.timers.delete(timer.id);
      tx.write("UPDATE engine_timer SET status = 'cancelled', closed_seq = ? WHERE id = ?", [record.seq, timer.id]);
    }
  }
}

interface NewTimer {
  readonly state: string;
  readonly taskId: number | null;
  readonly deadline: string;
  readonly kind: TimerRow['kind'];
  readonly plan: PlannedTimer;
}

function write({ tx, instance, record }: StepScope, { state, taskId, deadline, kind, plan }: NewTimer): void {
  const first = plan.steps[0];
  const timer: TimerRow = {
    id: tx.nextId(),
    instanceId: instance.id,
    taskId,
    state,
    entry: record.seq,
    deadline,
    kind,
    steps: plan.steps,
    nextStep: 0,
    nextAt: first ? new Date(first.at) : plan.dueAt,
    generation: 1,
    dueAt: plan.dueAt,
    period: plan.period,
    law: plan.law,
    provisional: plan.provisional,
    counting: plan.counting,
    calendarVersion: plan.calendarVersion,
  };
  tx.timers.set(timer.id, timer);
  record.armed.push({
    timer: timer.id,
    state,
    deadline,
    due: plan.dueAt.toISOString(),
    calendar: plan.calendarVersion,
    provisional: plan.provisional,
  });
  insertTimer(tx, timer, plan);
}

/** Writes a timer row; also used when a withdrawal puts a timer back. */
export function insertTimer(
  tx: StepScope['tx'],
  timer: TimerRow,
  { computation }: Pick<PlannedTimer, 'computation'>,
): void {
  tx.write(
    `INSERT INTO engine_timer (id, root_id, instance_id, task_id, state, entry, deadline, kind, steps, next_step, next_at,
       generation, status, alarmed, attempts, due_at, period, remaining, law, provisional, calendar_version,
       computation, counted_from, counted_period, created_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      timer.id,
      tx.root.id,
      timer.instanceId,
      timer.taskId,
      timer.state,
      timer.entry,
      timer.deadline,
      timer.kind,
      JSON.stringify(timer.steps),
      timer.nextStep,
      timer.nextAt,
      timer.generation,
      timer.remaining === undefined ? 'armed' : 'suspended',
      timer.dueAt,
      timer.period,
      timer.remaining ?? null,
      timer.law,
      timer.provisional ? 1 : 0,
      timer.calendarVersion,
      JSON.stringify(computation),
      timer.counting?.from ?? null,
      timer.counting?.period ?? null,
      tx.root.businessAt,
    ],
  );
}
