import { Injectable } from '@nestjs/common';
import { NobodyResponsibleError } from '../commands/command.error.js';
import { insertCandidates } from '../authority/named.persons.js';
import { RelationSource } from '../authority/relation.source.js';
import type { Candidate, TaskRow } from '../instances/case.rows.js';
import type { StepScope } from '../steps/step.scope.js';
import { TimerBook } from '../timers/timer.book.js';

/** Opens the task of an entered state: one row, one row per candidate, and its reminders. */
@Injectable()
export class TaskOpener {
  constructor(
    private readonly relations: RelationSource,
    private readonly timers: TimerBook,
  ) {}

  async open(scope: StepScope, statePath: string): Promise<void> {
    const state = scope.bundle.compiled.states.get(statePath);
    if (!state?.task) return;
    const candidates = await this.candidates(scope, statePath);
    const plan = this.timers.planDue(scope, state.task);
    const task: TaskRow = {
      id: scope.tx.nextId(),
      instanceId: scope.instance.id,
      state: statePath,
      entry: scope.record.seq,
      title: state.task.title?.zh ?? state.title?.zh ?? statePath,
      version: 1,
      dueAt: plan?.dueAt ?? null,
      candidates,
    };
    writeTask(scope, task);
    if (plan) this.timers.armDue(scope, task, plan);
  }

  private async candidates(scope: StepScope, statePath: string): Promise<readonly Candidate[]> {
    const { assign } = scope.pending;
    if (assign?.state === statePath) return [assign.candidate];
    const assignee = scope.bundle.compiled.states.get(statePath)?.task?.assignee;
    if (!assignee) return [];
    const candidates = await this.relations.candidates(scope.tx, assignee);
    if (candidates.length === 0) throw new NobodyResponsibleError(assignee.organisation, assignee.role, statePath);
    return candidates;
  }
}

/** Adds an open task with its candidates to the case and to what is written. */
export function writeTask({ tx, record }: Pick<StepScope, 'tx' | 'record'>, task: TaskRow): void {
  tx.tasks.set(task.id, task);
  tx.openedTasks.push(task.id);
  record.opened.push({
    task: task.id,
    state: task.state,
    due: task.dueAt?.toISOString() ?? null,
    candidates: task.candidates.map((candidate) => ({ ...candidate })),
  });
  tx.write(
    `INSERT INTO engine_task (id, root_id, instance_id, state, entry, title, status, version, due_at, opened_at)
     VALUES (?, ?, ?, ?, ?, ?, 'open', ?, ?, ?)`,
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
    ],
  );
  insertCandidates(tx, task, task.candidates);
  tx.emit({ kind: 'engine.task-opened', payload: { task: task.id } });
}
