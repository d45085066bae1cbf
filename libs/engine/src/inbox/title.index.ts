import { rowsOf, type Statement } from '../instances/sql.packet.js';
import { gramsOf } from './title.gram.js';

/** Statements by which a case is found by the words of its title. */
export function indexTitle(rootId: number, title: string): Statement[] {
  const grams = gramsOf(title);
  const forget = { sql: 'DELETE FROM engine_title_gram WHERE root_id = ?', values: [rootId] };
  if (grams.length === 0) return [forget];
  return [
    forget,
    {
      sql: `INSERT INTO engine_title_gram (gram, root_id, position) VALUES ${rowsOf(3, grams.length)}`,
      values: grams.flatMap(({ gram, position }) => [gram, rootId, position]),
    },
  ];
}
