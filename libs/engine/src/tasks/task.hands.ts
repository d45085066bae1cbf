import type { JsonObject } from '#libs/kernel';
import type { Candidate, TaskRow } from '../instances/case.rows.js';
import type { CaseTransaction } from '../instances/case.transaction.js';
import { rowsOf } from '../instances/sql.packet.js';
import { FAR_FUTURE } from './inbox.order.js';

/** Who has the task from now on; null when nothing changes. The task, its version and its deadlines stay. */
export function changeHands(tx: CaseTransaction, task: TaskRow, candidates: readonly Candidate[]): JsonObject | null {
  const gone = task.candidates.filter((old) => !candidates.some((one) => isSame(one, old)));
  const added = candidates.filter((one) => !task.candidates.some((old) => isSame(one, old)));
  if (gone.length + added.length === 0) return null;
  tx.tasks.set(task.id, { ...task, candidates });
  for (const { organisationId, role, userId } of gone) {
    tx.write(
      'DELETE FROM engine_task_candidate WHERE task_id = ? AND organisation_id = ? AND role = ? AND user_id = ?',
      [task.id, organisationId, role, userId],
    );
  }
  if (added.length > 0) {
    insertCandidates(tx, task, added);
    tx.emit({ kind: 'engine.task-opened', payload: { task: task.id } });
  }
  return { task: task.id, candidates: candidates.map((candidate) => ({ ...candidate })) };
}

/** Rows by which a task stands in the inboxes of those who have it. */
export function insertCandidates(
  tx: CaseTransaction,
  task: Pick<TaskRow, 'id' | 'dueAt'>,
  candidates: readonly Candidate[],
): void {
  tx.write(
    `INSERT INTO engine_task_candidate (task_id, organisation_id, role, user_id, is_open, due_sort) VALUES ${rowsOf(6, candidates.length)}`,
    candidates.flatMap(({ organisationId, role, userId }) => [
      task.id,
      organisationId,
      role,
      userId,
      1,
      task.dueAt ?? FAR_FUTURE,
    ]),
  );
}

export function isSame(a: Candidate, b: Candidate): boolean {
  return a.organisationId === b.organisationId && a.role === b.role && a.userId === b.userId;
}
