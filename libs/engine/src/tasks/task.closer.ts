import { Injectable } from '@nestjs/common';
import type { TaskRow, TaskStatus } from '../instances/case.rows.js';
import type { StepScope } from '../steps/step.scope.js';
import { TimerBook } from '../timers/timer.book.js';

/** Closes the task of a state that was left; the status says why. */
@Injectable()
export class TaskCloser {
  constructor(private readonly timers: TimerBook) {}

  close(scope: StepScope, state: string): void {
    const { tx, instance } = scope;
    const open = [...tx.tasks.values()].filter((task) => task.instanceId === instance.id && task.state === state);
    for (const task of open) this.closeOne(scope, task, closingStatus(scope, task));
  }

  /** The actor acted and the task stays open: whoever saw the older version must look again. */
  touchIfStillOpen({ tx, pending }: StepScope): void {
    const task = pending.taskId === null ? undefined : tx.tasks.get(pending.taskId);
    if (!task || pending.facts['once'] === true) return;
    tx.tasks.set(task.id, { ...task, version: task.version + 1 });
    tx.write('UPDATE engine_task SET version = version + 1 WHERE id = ?', [task.id]);
  }

  private closeOne(scope: StepScope, task: TaskRow, status: TaskStatus): void {
    const { tx, record } = scope;
    tx.tasks.delete(task.id);
    tx.write(
      `UPDATE engine_task SET status = ?, version = version + 1, closed_at = ?, closed_by = ?, closed_for = ?,
         closed_on_behalf_of = ?, closed_event = ?, closed_seq = ? WHERE id = ?`,
      [
        status,
        tx.root.businessAt,
        ...(status === 'done' || status === 'returned' ? whoActed(scope) : [null, null, null]),
        eventOf(scope),
        record.seq,
        task.id,
      ],
    );
    tx.write('UPDATE engine_task_candidate SET is_open = 0 WHERE task_id = ?', [task.id]);
    this.timers.cancelOf(scope, (timer) => timer.taskId === task.id);
  }
}

/** Who closed it, for which organisation, and for whom. */
function whoActed({ tx, pending: { actor } }: StepScope): readonly (number | null)[] {
  if (actor === null) return [null, null, null];
  return [actor.userId, tx.onBehalfOfOrganisation ?? actor.organisationId, tx.onBehalfOf];
}

function eventOf({ pending: { event, kind } }: StepScope): string {
  if (kind === 'rejected') return 'reject';
  return event.kind === 'event' ? event.name : event.kind;
}

function closingStatus({ pending }: StepScope, task: TaskRow): TaskStatus {
  if (pending.taskId !== task.id) return 'cancelled';
  if (pending.kind === 'returned' || pending.kind === 'rejected') return 'returned';
  return pending.kind === 'withdrawn' ? 'withdrawn' : 'done';
}
