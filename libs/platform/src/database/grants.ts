import type { DataSource } from 'typeorm';
import type { LibrarySchema } from './library.schema.js';

/** An account as MySQL names it. */
export interface DatabaseAccount {
  readonly user: string;
  readonly host: string;
}

/**
 * Gives the application its rights table by table: history can be added to and read, never rewritten.
 * MySQL cannot take a single table out of a grant on the whole schema, hence one grant each.
 */
export async function grantApplicationAccount(
  owner: DataSource,
  schemas: readonly LibrarySchema[],
  account: DatabaseAccount,
): Promise<void> {
  const appendOnly = new Set(schemas.flatMap((schema) => schema.appendOnly ?? []));
  const tables: { name: string }[] = await owner.query(
    'SELECT TABLE_NAME AS name FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() AND TABLE_TYPE = ?',
    ['BASE TABLE'],
  );
  const [{ db }]: [{ db: string }] = await owner.query('SELECT DATABASE() AS db');
  for (const { name } of tables) {
    const rights = appendOnly.has(name) ? 'SELECT, INSERT' : 'SELECT, INSERT, UPDATE, DELETE';
    await owner.query(`GRANT ${rights} ON \`${db}\`.\`${name}\` TO ?@?`, [account.user, account.host]);
  }
}
