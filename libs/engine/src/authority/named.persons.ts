import type { JsonObject } from '#libs/kernel';
import type { Candidate, TaskRow } from '../instances/case.rows.js';
import { rowsOf } from '../instances/sql.packet.js';
import type { StepScope } from '../steps/step.scope.js';
import { FAR_FUTURE } from '../tasks/inbox.order.js';
import type { RelationSource } from './relation.source.js';

/** Names the persons who act for a relation from now on; its open tasks of this instance change hands at once. */
export async function namePersons(
  scope: StepScope,
  relations: RelationSource,
  { relation, userIds }: { readonly relation: string; readonly userIds: readonly number[] },
): Promise<void> {
  const { tx } = scope;
  tx.persons.set(relation, [...userIds]);
  tx.write('DELETE FROM engine_party_person WHERE root_id = ? AND relation = ?', [tx.root.id, relation]);
  if (userIds.length > 0) {
    tx.write(
      `INSERT INTO engine_party_person (root_id, relation, user_id) VALUES ${rowsOf(3, userIds.length)}`,
      userIds.flatMap((userId) => [tx.root.id, relation, userId]),
    );
  }
  for (const task of tx.tasks.values()) {
    const assignee = scope.bundle.compiled.states.get(task.state)?.task?.assignee;
    const isTheirs = task.instanceId === scope.instance.id && assignee?.organisation === relation;
    if (isTheirs) reassign(scope, task, await relations.candidates(tx, assignee));
  }
}

/** The task, its version and its deadlines stay: only those who have it change. Who is new is told of it. */
function reassign({ tx, record }: StepScope, task: TaskRow, candidates: readonly Candidate[]): void {
  const gone = task.candidates.filter((old) => !candidates.some((one) => isSame(one, old)));
  const added = candidates.filter((one) => !task.candidates.some((old) => isSame(one, old)));
  if (gone.length + added.length === 0) return;
  tx.tasks.set(task.id, { ...task, candidates });
  for (const { organisationId, role, userId } of gone) {
    tx.write(
      'DELETE FROM engine_task_candidate WHERE task_id = ? AND organisation_id = ? AND role = ? AND user_id = ?',
      [task.id, organisationId, role, userId],
    );
  }
  if (added.length > 0) insertCandidates(tx, task, added);
  const facts: JsonObject = { task: task.id, candidates: candidates.map((candidate) => ({ ...candidate })) };
  record.reassigned = [...(record.reassigned ?? []), facts];
  tx.emit({ kind: 'engine.task-opened', payload: { task: task.id } });
}

/** Rows by which a task stands in the inboxes of those who have it. */
export function insertCandidates(
  tx: StepScope['tx'],
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

function isSame(a: Candidate, b: Candidate): boolean {
  return a.organisationId === b.organisationId && a.role === b.role && a.userId === b.userId;
}
