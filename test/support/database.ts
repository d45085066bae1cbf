import { createHash } from 'node:crypto';
import { afterAll, beforeEach } from '@jest/globals';
import { createDataSource, grantApplicationAccount, runMigrations, type LibrarySchema } from '#libs/platform';
import type { DataSource } from 'typeorm';
import { testRun } from './test-run.js';

/** One Jest worker's schema: built by the real migrations, used with the application's real grants. */
export interface TestDatabase {
  /** The application's account. */
  readonly url: string;
  /** The owner's account: DDL, and looking where the application may not. */
  readonly ownerUrl: string;
  /** Connected as the application. */
  readonly dataSource: DataSource;
  /** Connected as the owner. */
  readonly owner: DataSource;
  /** Back to what the migrations left; runs before every test unless `keep` is set. */
  clear(): Promise<void>;
}

export interface TestDatabaseOptions {
  /** Keeps rows between the tests of the file; they are cleared once at its start. */
  readonly keep?: boolean;
  readonly poolSize?: number;
}

/**
 * Call it at the top of a `*.db.spec.ts` (`const database = await useDatabase([engineSchema])`), never inside a hook.
 * The platform's own tables are always there. Libs whose tables are needed are named with the lowest first.
 */
export async function useDatabase(
  schemas: readonly LibrarySchema[],
  { keep = false, poolSize = 10 }: TestDatabaseOptions = {},
): Promise<TestDatabase> {
  const name = await builtSchema(schemas);
  const { ownerUrlOf, appUrlOf } = testRun();
  const url = appUrlOf(name);
  const ownerUrl = ownerUrlOf(name);
  const dataSource = await createDataSource({ url, schemas, poolSize }).initialize();
  const owner = await createDataSource({ url: ownerUrl, schemas, poolSize: 2 }).initialize();
  const clear = () => clearTables(owner, name);
  await clear();
  if (!keep) beforeEach(clear);
  afterAll(async () => {
    await dataSource.destroy();
    await owner.destroy();
  });
  return { url, ownerUrl, dataSource, owner, clear };
}

/** Schemas already built by this Jest worker process, whichever file asked first. */
async function builtSchema(schemas: readonly LibrarySchema[]): Promise<string> {
  const { run, worker, adminUrl } = testRun();
  const migrations = schemas.flatMap((schema) => schema.migrations.map((migration) => migration.name));
  const kind = createHash('sha256').update(migrations.join()).digest('hex').slice(0, 8);
  const name = `sanshe_test_${run}_${worker}_${kind}`;
  const admin = await createDataSource({ url: adminUrl, schemas: [], poolSize: 1 }).initialize();
  try {
    if (!(await isBuilt(admin, name))) await build(admin, name, schemas);
  } finally {
    await admin.destroy();
  }
  return name;
}

/** The seed schema is made last, so its presence says that the build was finished. */
async function isBuilt(admin: DataSource, name: string): Promise<boolean> {
  const found: unknown[] = await admin.query('SELECT 1 FROM information_schema.SCHEMATA WHERE SCHEMA_NAME = ?', [
    seedOf(name),
  ]);
  return found.length > 0;
}

async function build(admin: DataSource, name: string, schemas: readonly LibrarySchema[]): Promise<void> {
  const { ownerUrlOf, appAccount } = testRun();
  await admin.query(`DROP DATABASE IF EXISTS \`${name}\``);
  await admin.query(`CREATE DATABASE \`${name}\` CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`);
  const owner = await createDataSource({ url: ownerUrlOf(name), schemas, poolSize: 1 }).initialize();
  try {
    await runMigrations(owner);
    await grantApplicationAccount(owner, schemas, appAccount);
    await keepSeed(owner, name);
  } finally {
    await owner.destroy();
  }
}

const seedOf = (name: string): string => `${name}_seed`;

/** Rows that migrations insert are part of the schema: they are kept beside and put back by every clear. */
async function keepSeed(owner: DataSource, name: string): Promise<void> {
  const filled = await filledTables(owner, name);
  const seed = seedOf(name);
  await owner.query(`CREATE DATABASE \`${seed}\``);
  for (const table of filled) {
    await owner.query(`CREATE TABLE \`${seed}\`.\`${table}\` AS SELECT * FROM \`${name}\`.\`${table}\``);
  }
}

async function clearTables(owner: DataSource, name: string): Promise<void> {
  const seeded = await tablesOf(owner, seedOf(name));
  const statements = [
    'SET FOREIGN_KEY_CHECKS = 0',
    ...(await filledTables(owner, name)).map((table) => `DELETE FROM \`${table}\``),
    ...seeded.map((table) => `INSERT INTO \`${table}\` SELECT * FROM \`${seedOf(name)}\`.\`${table}\``),
    'SET FOREIGN_KEY_CHECKS = 1',
  ];
  await owner.query(statements.join(';\n'));
}

async function filledTables(owner: DataSource, name: string): Promise<string[]> {
  const tables = (await tablesOf(owner, name)).filter((table) => table !== 'platform_migration');
  if (tables.length === 0) return [];
  const probes = tables.map((table) => `SELECT '${table}' AS name FROM DUAL WHERE EXISTS (SELECT 1 FROM \`${table}\`)`);
  const rows: { name: string }[] = await owner.query(probes.join('\nUNION ALL '));
  return rows.map((row) => row.name);
}

async function tablesOf(owner: DataSource, schema: string): Promise<string[]> {
  const rows: { name: string }[] = await owner.query(
    "SELECT TABLE_NAME AS name FROM information_schema.TABLES WHERE TABLE_SCHEMA = ? AND TABLE_TYPE = 'BASE TABLE'",
    [schema],
  );
  return rows.map((row) => row.name);
}
