import type { CaseTransaction, CommandResult } from '../instances/case.transaction.js';

export function resultOf(tx: CaseTransaction, instanceId: number, active: readonly string[]): CommandResult {
  return { rootId: tx.root.id, instanceId, seq: tx.root.seq, active, openedTasks: tx.openedTasks, receipt: null };
}
