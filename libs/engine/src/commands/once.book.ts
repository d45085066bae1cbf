import type { CaseTransaction } from '../instances/case.transaction.js';
import { AlreadySentError } from './command.error.js';

/** An event that each person may send once while a state is entered. */
export interface OnceClaim {
  readonly task: { readonly instanceId: number; readonly state: string; readonly entry: number };
  readonly event: string;
  readonly userId: number;
}

/** Remembers who has sent what; the table's key is the guarantee, the question here gives the kind answer. */
export const OnceBook = {
  async take(tx: CaseTransaction, { task, event, userId }: OnceClaim): Promise<void> {
    const key = [task.instanceId, task.state, task.entry, event, userId];
    const rows: unknown[] = await tx.manager.query(
      'SELECT 1 FROM engine_once WHERE instance_id = ? AND state = ? AND entry = ? AND event = ? AND user_id = ?',
      key,
    );
    if (rows.length > 0) throw new AlreadySentError(event);
    tx.write('INSERT INTO engine_once (instance_id, state, entry, event, user_id) VALUES (?, ?, ?, ?, ?)', key);
  },
};
