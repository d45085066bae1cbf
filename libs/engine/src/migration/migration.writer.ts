import { Injectable } from '@nestjs/common';
import type { JsonObject } from '#libs/kernel';
import type { Bundle } from '../definitions/bundle.js';
import type { InstanceRow, TaskRow, TimerRow } from '../instances/case.rows.js';
import type { CaseTransaction } from '../instances/case.transaction.js';
import type { Assignment } from '../assignment/assignment.js';
import { TaskAssigner } from '../assignment/task.assigner.js';
import { writeTask } from '../tasks/task.opener.js';
import { insertTimer } from '../timers/timer.book.js';
import type { PlannedTimer } from '../timers/planned-timer.js';
import type { MigrationPlan, StandingTimer, TaskChange, TimerChange } from './migration.plan.js';

/** What a move closed and opened, by id: its undoing needs no more. */
export interface MigrationTrace {
  readonly closedTasks: number[];
  readonly openedTasks: number[];
  readonly closedTimers: number[];
  readonly openedTimers: number[];
  /** As in every history row: for people who look at it. */
  readonly opened: JsonObject[];
  readonly armed: JsonObject[];
}

export function emptyTrace(): MigrationTrace {
  return { closedTasks: [], openedTasks: [], closedTimers: [], openedTimers: [], opened: [], armed: [] };
}

export interface MigrationScope {
  readonly tx: CaseTransaction;
  readonly instance: InstanceRow;
  readonly to: Bundle;
  readonly seq: number;
  readonly trace: MigrationTrace;
}

/** Turns a plan into rows. Whoever has sent something once stays known: what is opened again keeps its entry. */
@Injectable()
export class MigrationWriter {
  constructor(private readonly assigner: TaskAssigner) {}

  async write(scope: MigrationScope, plan: Extract<MigrationPlan, { ok: true }>): Promise<void> {
    for (const change of plan.tasks) await this.changeTask(scope, change);
    for (const change of plan.timers) changeTimer(scope, change);
  }

  private async changeTask(scope: MigrationScope, { state, closes, opens }: TaskChange): Promise<void> {
    if (closes) closeTask(scope, closes);
    if (!opens) return;
    const { tx, seq, trace } = scope;
    const { draw, ...people } = await this.people(scope, { state, closes, opens });
    const task = taskOf(scope, { state, closes, dueAt: opens.dueAt, ...people });
    writeTask({ tx, record: { ...EMPTY, seq, opened: trace.opened } }, task, draw ? { draw: { ...draw } } : {});
    trace.openedTasks.push(task.id);
    const due = { state, deadline: 'due', kind: 'due', taskId: task.id, entry: task.entry } as const;
    if (opens.due && opens.due.steps.length > 0) arm(scope, due, opens.due);
    else if (opens.keeps) armKept(scope, opens.keeps, task.id);
  }

  /** Those who have it now, with their votes, where the people stay the same; else those whom the new version names. */
  private async people(scope: MigrationScope, { state, closes, opens }: TaskChange): Promise<Assignment> {
    if (closes && !opens?.hasNewAssignee) return { candidates: closes.candidates, round: closes.round };
    const { tx, instance, to, seq } = scope;
    const spec = to.compiled.states.get(state)?.task;
    if (!spec) return { candidates: [], round: null };
    const event = { kind: 'goto', state } as const;
    const pending = { kind: 'migrated', event, instanceId: instance.id, facts: {} } as const;
    return this.assigner.assign({ tx, instance, pending, record: { seq } }, { statePath: state, spec, values: {} });
  }
}

interface NewTask extends Pick<TaskRow, 'state' | 'dueAt' | 'candidates' | 'round'> {
  readonly closes: TaskRow | null;
}

/** A task that is opened again keeps its entry, and a version that nobody has seen yet. */
function taskOf({ tx, instance, to, seq }: MigrationScope, { closes, ...task }: NewTask): TaskRow {
  const spec = to.compiled.states.get(task.state);
  return {
    ...task,
    id: tx.nextId(),
    instanceId: instance.id,
    title: spec?.task?.title?.zh ?? spec?.title?.zh ?? task.state,
    entry: closes ? closes.entry : seq,
    version: closes ? closes.version + 1 : 1,
  };
}

const EMPTY = { entered: [], exited: [], armed: [], effects: [], started: [] };

function timersOf(tx: CaseTransaction, task: TaskRow): readonly TimerRow[] {
  return [...tx.timers.values()].filter((timer) => timer.taskId === task.id);
}

export function closeTask({ tx, seq, trace }: Pick<MigrationScope, 'tx' | 'seq' | 'trace'>, task: TaskRow): void {
  tx.tasks.delete(task.id);
  trace.closedTasks.push(task.id);
  tx.write(
    "UPDATE engine_task SET status = 'cancelled', version = version + 1, closed_at = ?, closed_seq = ? WHERE id = ?",
    [tx.root.businessAt, seq, task.id],
  );
  tx.write('UPDATE engine_task_candidate SET is_open = 0 WHERE task_id = ?', [task.id]);
  for (const timer of timersOf(tx, task)) closeTimer({ tx, seq, trace }, timer);
}

export function closeTimer({ tx, seq, trace }: Pick<MigrationScope, 'tx' | 'seq' | 'trace'>, timer: TimerRow): void {
  tx.timers.delete(timer.id);
  trace.closedTimers.push(timer.id);
  tx.write("UPDATE engine_timer SET status = 'cancelled', closed_seq = ? WHERE id = ?", [seq, timer.id]);
}

function changeTimer(scope: MigrationScope, { state, deadline, closes, opens }: TimerChange): void {
  if (closes) closeTimer(scope, closes);
  const entry = closes?.entry ?? scope.seq;
  if (opens) arm(scope, { state, deadline, kind: 'after', taskId: null, entry }, opens);
}

type TimerPlace = Pick<TimerRow, 'state' | 'deadline' | 'kind' | 'taskId' | 'entry'>;

function arm(scope: MigrationScope, place: TimerPlace, plan: PlannedTimer): void {
  const { tx, instance, trace } = scope;
  const first = plan.steps[0];
  const timer: TimerRow = {
    ...place,
    id: tx.nextId(),
    instanceId: instance.id,
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
  trace.openedTimers.push(timer.id);
  const { state, deadline } = place;
  trace.armed.push({ timer: timer.id, state, deadline, due: plan.dueAt.toISOString(), calendar: plan.calendarVersion });
  insertTimer(tx, timer, plan);
}

/** The reminders of a task that only changes hands go on as they were. */
function armKept({ tx, trace }: MigrationScope, old: StandingTimer, taskId: number): void {
  const { armedAt: _armedAt, computation, ...row } = old;
  const timer: TimerRow = { ...row, id: tx.nextId(), taskId, generation: 1 };
  tx.timers.set(timer.id, timer);
  trace.openedTimers.push(timer.id);
  insertTimer(tx, timer, { computation });
}
