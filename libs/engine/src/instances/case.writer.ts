import { sealHistory } from '../history/history.chain.js';
import { indexTitle } from '../inbox/title.index.js';
import type { CaseTransaction } from './case.transaction.js';
import { rowsOf, sendPacket, type Statement } from './sql.packet.js';

/** Writes all that a command decided and commits: one round trip. */
export async function flushCase(tx: CaseTransaction): Promise<void> {
  const history = sealHistory(tx);
  const isChanged = history.length > 0 || tx.statements.length > 0 || tx.outbox.length > 0;
  const statements = isChanged ? [...tx.statements, ...history, ...followUps(tx), rootUpdate(tx)] : [];
  await sendPacket(tx.runner, [...statements, { sql: 'COMMIT', values: [] }]);
}

/** What goes with the case: its messages, the words by which it is found, the drafts of tasks that are closed now. */
function followUps(tx: CaseTransaction): Statement[] {
  const { root, indexedTitle } = tx;
  const closed = tx.closedTasks().map(({ id }) => id);
  return [
    ...outboxInsert(tx),
    ...(root.title === indexedTitle ? [] : indexTitle(root.id, root.title)),
    ...(closed.length === 0 ? [] : [{ sql: 'DELETE FROM engine_draft WHERE task_id IN (?)', values: [closed] }]),
  ];
}

function outboxInsert(tx: CaseTransaction): Statement[] {
  if (tx.outbox.length === 0) return [];
  return [
    {
      sql: `INSERT INTO engine_outbox (id, root_id, seq, kind, payload, at, available_at) VALUES ${rowsOf(7, tx.outbox.length)}`,
      values: tx.outbox.flatMap(({ id, message }) => [
        id,
        tx.root.id,
        tx.root.seq,
        message.kind,
        JSON.stringify(message.payload),
        tx.root.businessAt,
        tx.frame.recordedAt,
      ]),
    },
  ];
}

function rootUpdate({ root }: CaseTransaction): Statement {
  return {
    sql: 'UPDATE engine_root SET title = ?, status = ?, business_at = ?, seq = ?, chain_head = ? WHERE id = ?',
    values: [root.title, root.status, root.businessAt, root.seq, root.chainHead, root.id],
  };
}
