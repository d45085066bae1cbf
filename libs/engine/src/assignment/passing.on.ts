import type { TaskRow } from '../instances/case.rows.js';
import type { StepScope } from '../steps/step.scope.js';
import type { Pass } from './assignment.js';

/** 自动通过: the event goes on in the same command, in nobody's name. */
export function passOn({ tx, pending }: StepScope, task: TaskRow, pass: Pass): void {
  tx.passes.push({
    instanceId: task.instanceId,
    event: { kind: 'event', name: pass.event, to: task.state },
    kind: 'passed',
    at: pending.at,
    actor: null,
    taskId: task.id,
    payload: {},
    facts: { state: task.state, reason: pass.reason, users: pass.users },
  });
}

/** 去重: earlier approvals stand in the ledger as votes of this round. */
export function enterPassed({ tx, record }: StepScope, task: TaskRow, passed: readonly number[]): void {
  const seats = (task.round?.round.seats ?? []).filter(({ userId }) => passed.includes(userId));
  for (const { id, userId, organisationId } of seats) {
    tx.write(
      `INSERT INTO engine_vote (task_id, seat, root_id, instance_id, state, user_id, organisation_id, on_behalf_of, vote, at, seq)
       VALUES (?, ?, ?, ?, ?, ?, ?, NULL, 'approve', ?, ?)`,
      [task.id, id, tx.root.id, task.instanceId, task.state, userId, organisationId, tx.root.businessAt, record.seq],
    );
  }
}
