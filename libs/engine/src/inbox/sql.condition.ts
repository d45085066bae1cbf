import type { Statement } from '../instances/sql.packet.js';

/** Conditions that must all hold; none at all always holds. */
export function allOf(conditions: readonly Statement[]): Statement {
  if (conditions.length === 0) return { sql: 'TRUE', values: [] };
  return {
    sql: conditions.map(({ sql }) => sql).join(' AND '),
    values: conditions.flatMap(({ values }) => [...values]),
  };
}

/** `(a, b) > (?, ?)`, written so that an index on (a, b) is read from there on. */
export function behind([major, minor]: readonly [string, string], [a, b]: readonly [unknown, unknown]): Statement {
  return { sql: `${major} >= ? AND (${major} > ? OR ${minor} > ?)`, values: [a, a, b] };
}

/** `(a, b) < (?, ?)`, likewise. */
export function before([major, minor]: readonly [string, string], [a, b]: readonly [unknown, unknown]): Statement {
  return { sql: `${major} <= ? AND (${major} < ? OR ${minor} < ?)`, values: [a, a, b] };
}

/** The text itself as a pattern of LIKE: its own `%`, `_` and `\` stand for themselves. */
export function literally(text: string): string {
  return text.replace(/[\\%_]/gu, (character) => `\\${character}`);
}
