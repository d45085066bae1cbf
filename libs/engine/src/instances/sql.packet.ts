import type { QueryRunner } from 'typeorm';

/** One statement with its values; mysql2 escapes them. */
export interface Statement {
  readonly sql: string;
  readonly values: readonly unknown[];
}

interface RawConnection {
  query(options: { sql: string; values: readonly unknown[] }, done: (error: unknown, results: unknown) => void): void;
}

/** Sends several statements in one round trip and gives one result each. */
export async function sendPacket(runner: QueryRunner, statements: readonly Statement[]): Promise<readonly unknown[]> {
  // TypeORM hands out mysql2's own connection here and types it as unknown.
  const connection = (await runner.connect()) as RawConnection;
  const sql = statements.map((statement) => statement.sql).join(';');
  const values = statements.flatMap((statement) => [...statement.values]);
  const results = await new Promise<unknown>((resolve, reject) => {
    connection.query({ sql, values }, (error, found) => (error ? reject(asError(error)) : resolve(found)));
  });
  return statements.length === 1 ? [results] : asList(results);
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new TypeError(String(error));
}

function asList(results: unknown): readonly unknown[] {
  return Array.isArray(results) ? results : [results];
}

/** `(?, ?), (?, ?)` for a multi-row insert. */
export function rowsOf(columns: number, rows: number): string {
  const row = `(${Array.from({ length: columns }, () => '?').join(', ')})`;
  return Array.from({ length: rows }, () => row).join(', ');
}
