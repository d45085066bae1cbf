import { createConnection, type Connection, type RowDataPacket } from 'mysql2/promise';
import { testRun } from './test-run.js';

/** A schema with the shipped migrations and seeds, and what the application's account may do in it. */
export interface SeededSchema {
  /** The application's account. */
  readonly databaseUrl: string;
  readonly ownerUrl: string;
  drop(): Promise<void>;
}
type Urls = Pick<SeededSchema, 'databaseUrl' | 'ownerUrl'>;

let schemas = 0;

/**
 * Migrating and seeding take the processes of the command line ten times as long as copying what they made:
 * the first system of a run makes the original, every system works on a copy.
 * @param prepare migrates and seeds the empty schema behind those addresses
 */
export async function seededSchema(prepare: (urls: Urls) => Promise<void>): Promise<SeededSchema> {
  const { run, worker, adminUrl, appUrlOf, ownerUrlOf } = testRun();
  const original = `sanshe_test_${run}_${worker}_seeded`;
  const copy = `sanshe_test_${run}_${worker}_system_${(schemas += 1)}`;
  const admin = await createConnection(adminUrl);
  try {
    if (!(await exists(admin, original))) {
      await create(admin, original);
      await prepare({ databaseUrl: appUrlOf(original), ownerUrl: ownerUrlOf(original) });
    }
    await create(admin, copy);
    await copyTables(admin, original, copy);
    await copyGrants(admin, original, copy);
  } finally {
    await admin.end();
  }
  return { databaseUrl: appUrlOf(copy), ownerUrl: ownerUrlOf(copy), drop: () => drop(copy) };
}

async function names(admin: Connection, sql: string, values: string[]): Promise<string[]> {
  const [rows] = await admin.query<RowDataPacket[]>(sql, values);
  return rows.map((row) => String(Object.values(row)[0]));
}

async function exists(admin: Connection, schema: string): Promise<boolean> {
  const found = await names(admin, 'SELECT 1 FROM information_schema.SCHEMATA WHERE SCHEMA_NAME = ?', [schema]);
  return found.length > 0;
}

async function create(admin: Connection, schema: string): Promise<void> {
  await admin.query(`CREATE DATABASE \`${schema}\` CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`);
}

async function drop(schema: string): Promise<void> {
  const admin = await createConnection(testRun().adminUrl);
  await admin.query(`DROP DATABASE \`${schema}\``).finally(() => admin.end());
}

/** Definitions as the server tells them: partitions, checks and foreign keys come along. */
async function copyTables(admin: Connection, from: string, to: string): Promise<void> {
  await admin.query(`USE \`${to}\``);
  await admin.query('SET FOREIGN_KEY_CHECKS = 0');
  const tables = await names(
    admin,
    "SELECT TABLE_NAME FROM information_schema.TABLES WHERE TABLE_SCHEMA = ? AND TABLE_TYPE = 'BASE TABLE'",
    [from],
  );
  for (const table of tables) {
    const [[definition]] = await admin.query<RowDataPacket[]>(`SHOW CREATE TABLE \`${from}\`.\`${table}\``);
    await admin.query(String(definition?.['Create Table']));
    await admin.query(`INSERT INTO \`${table}\` SELECT * FROM \`${from}\`.\`${table}\``);
  }
}

async function copyGrants(admin: Connection, from: string, to: string): Promise<void> {
  const { user, host } = testRun().appAccount;
  const grants = await names(admin, 'SHOW GRANTS FOR ?@?', [user, host]);
  for (const grant of grants.filter((line) => line.includes(`\`${from}\``))) {
    await admin.query(grant.replace(`\`${from}\``, `\`${to}\``));
  }
}
