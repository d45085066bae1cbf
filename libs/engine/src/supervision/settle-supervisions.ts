import type { TaskRow } from '../instances/case.rows.js';
import type { CaseTransaction } from '../instances/case.transaction.js';
import type { SupervisionOutcome } from './supervision.js';

/** 已办: whatever closed a supervised task in this command closes its supervisions too, in the same transaction. */
export function settleSupervisions(tx: CaseTransaction): void {
  for (const task of tx.closedTasks()) if (task.isSupervised) settle(tx, task);
}

function settle(tx: CaseTransaction, task: TaskRow): void {
  const outcome: SupervisionOutcome = wasDone(tx, task) ? 'done' : 'lapsed';
  tx.write(
    "UPDATE engine_supervision SET status = 'closed', outcome = ?, closed_at = ? WHERE task_id = ? AND status = 'open'",
    [outcome, tx.root.businessAt, task.id],
  );
  tx.write('UPDATE engine_task SET supervised = 0 WHERE id = ?', [task.id]);
  tx.history.push({
    seq: tx.nextSeq(),
    instanceId: task.instanceId,
    kind: 'supervision-closed',
    at: tx.root.businessAt,
    actor: null,
    taskId: task.id,
    event: `supervision-${outcome}`,
    facts: { state: task.state, outcome },
    payload: {},
  });
}

/** Returned, withdrawn and cancelled tasks have gone without being done. */
function wasDone(tx: CaseTransaction, task: TaskRow): boolean {
  return tx.history.some(({ kind, taskId }) => kind === 'acted' && taskId === task.id);
}
