import type { JsonObject } from '#libs/kernel';
import type { TaskRow } from '../instances/case.rows.js';
import type { CaseTransaction } from '../instances/case.transaction.js';
import { UrgedRecentlyError } from './communication.error.js';

const HOUR_MS = 3_600_000;

export interface Urging {
  readonly by: number;
  readonly comment: string;
  readonly facts?: JsonObject;
}

/** Asks those who have a task to do it, at most once an hour whoever asks; those who may is settled before. */
export async function urge(tx: CaseTransaction, task: TaskRow, { by, comment, facts = {} }: Urging): Promise<void> {
  const rows: { urged_at: Date | null }[] = await tx.manager.query('SELECT urged_at FROM engine_task WHERE id = ?', [
    task.id,
  ]);
  const urgedAt = rows[0]?.urged_at ?? null;
  const at = tx.advance(tx.frame.receivedAt);
  const again = new Date((urgedAt?.getTime() ?? 0) + HOUR_MS);
  if (urgedAt && at < again) throw new UrgedRecentlyError(task.title, again);
  tx.write('UPDATE engine_task SET urged_at = ? WHERE id = ?', [at, task.id]);
  tx.history.push({
    seq: tx.nextSeq(),
    instanceId: task.instanceId,
    kind: 'urged',
    at,
    actor: tx.frame.actor,
    taskId: task.id,
    event: 'urge',
    facts: { state: task.state, ...facts, ...(comment && { comment }) },
    payload: {},
  });
  tx.emit({ kind: 'engine.task-urged', payload: { task: task.id, by, comment } });
}
