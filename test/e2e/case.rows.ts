import { createConnection } from 'mysql2/promise';

/** What a refused request must leave as it was: the root, and how many rows stand in each table of its case. */
export interface CaseRows {
  readonly seq: number;
  readonly head: string;
  readonly counts: Readonly<Record<string, number>>;
}

const TABLES = [
  'engine_task',
  'engine_timer',
  'engine_history',
  'engine_outbox',
  'engine_attachment',
  'engine_instance',
];

/** Looks with the owner's account. */
export async function caseRows(ownerUrl: string, rootId: number): Promise<CaseRows> {
  const connection = await createConnection(ownerUrl);
  try {
    const [roots] = await connection.query('SELECT seq, HEX(chain_head) AS head FROM engine_root WHERE id = ?', [
      rootId,
    ]);
    const counts: Record<string, number> = {};
    for (const table of TABLES) {
      const [rows] = await connection.query(`SELECT COUNT(*) AS found FROM ${table}`);
      counts[table] = Number((rows as { found: number }[])[0]?.found);
    }
    const [root] = roots as { seq: number; head: string }[];
    return { seq: root?.seq ?? -1, head: root?.head ?? '', counts };
  } finally {
    await connection.end();
  }
}
