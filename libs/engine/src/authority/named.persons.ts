import type { Candidate, TaskRow } from '../instances/case.rows.js';
import { rowsOf } from '../instances/sql.packet.js';
import type { StepScope } from '../steps/step.scope.js';
import { changeHands } from '../tasks/task.hands.js';
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

/** Who is new is told of it. */
function reassign({ tx, record }: StepScope, task: TaskRow, candidates: readonly Candidate[]): void {
  const facts = changeHands(tx, task, candidates);
  if (facts) record.reassigned = [...(record.reassigned ?? []), facts];
}
