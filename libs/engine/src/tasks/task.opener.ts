import { Injectable } from '@nestjs/common';
import type { JsonObject, StateSpec } from '#libs/kernel';
import type { TaskRow } from '../instances/case.rows.js';
import type { StepScope } from '../steps/step.scope.js';
import { TimerBook } from '../timers/timer.book.js';
import { dueWithRest } from '../returning/left.deadlines.js';
import { writeStoredRound } from '../signing/stored.round.js';
import type { Assignment } from '../assignment/assignment.js';
import { enterPassed, passOn } from '../assignment/passing.on.js';
import { TaskAssigner } from '../assignment/task.assigner.js';
import { insertCandidates } from './task.hands.js';

/** Opens the task of an entered state: one row, one row per candidate, and its reminders. */
@Injectable()
export class TaskOpener {
  constructor(
    private readonly assigner: TaskAssigner,
    private readonly timers: TimerBook,
  ) {}

  async open(scope: StepScope, statePath: string, values: JsonObject = {}): Promise<void> {
    const state = scope.bundle.compiled.states.get(statePath);
    if (!state?.task) return;
    const assignment = await this.assigner.assign(scope, { statePath, spec: state.task, values });
    const { candidates, round } = assignment;
    const plan = this.timers.planDue(scope, dueWithRest(scope.pending, statePath, state.task));
    const task: TaskRow = {
      id: scope.tx.nextId(),
      instanceId: scope.instance.id,
      state: statePath,
      entry: scope.record.seq,
      title: titleOf(state, statePath),
      version: 1,
      dueAt: plan?.dueAt ?? null,
      candidates,
      round,
    };
    writeTask(scope, task, factsOf(assignment));
    if (plan) this.timers.armDue(scope, task, plan);
    if (assignment.passed) enterPassed(scope, task, assignment.passed);
    if (assignment.pass) passOn(scope, task, assignment.pass);
  }
}

/** Why these people have it, or nobody has to act. */
function factsOf({ draw, pass, passed }: Assignment): JsonObject {
  const told = { ...(passed ? { passed } : {}), ...(pass ? { pass: { ...pass } } : {}) };
  return { ...told, ...(draw ? { draw: { ...draw } } : {}) };
}

function titleOf({ task, title }: StateSpec, path: string): string {
  return task?.title?.zh ?? title?.zh ?? path;
}

/** Adds an open task with its candidates to the case and to what is written. */
export function writeTask(
  { tx, record }: Pick<StepScope, 'tx' | 'record'>,
  task: TaskRow,
  facts: JsonObject = {},
): void {
  tx.tasks.set(task.id, task);
  tx.openedTasks.push(task.id);
  record.opened.push({
    task: task.id,
    state: task.state,
    due: task.dueAt?.toISOString() ?? null,
    candidates: task.candidates.map((candidate) => ({ ...candidate })),
    ...(task.round ? { signers: task.round.round.seats.length } : {}),
    ...facts,
  });
  tx.write(
    `INSERT INTO engine_task (id, root_id, instance_id, state, entry, title, status, version, due_at, opened_at, round)
     VALUES (?, ?, ?, ?, ?, ?, 'open', ?, ?, ?, ?)`,
    [
      task.id,
      tx.root.id,
      task.instanceId,
      task.state,
      task.entry,
      task.title,
      task.version,
      task.dueAt,
      tx.root.businessAt,
      task.round && writeStoredRound(task.round),
    ],
  );
  if (task.candidates.length > 0) insertCandidates(tx, task, task.candidates);
  tx.emit({ kind: 'engine.task-opened', payload: { task: task.id } });
}
