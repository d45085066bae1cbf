import { DataSource } from 'typeorm';
import type { LibrarySchema } from './library.schema.js';
import { platformSchema } from './platform.schema.js';

/** Longer than any command takes; what waits longer is told to try again. */
const LOCK_WAIT_SECONDS = 5;

const SESSION = [
  'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED',
  `SET SESSION innodb_lock_wait_timeout = ${LOCK_WAIT_SECONDS}`,
];

export interface ConnectionOptions {
  readonly url: string;
  readonly schemas: readonly LibrarySchema[];
  readonly poolSize?: number;
}

/** A TypeORM data source with the house's settings; it is not connected yet. */
export function createDataSource({ url, schemas, poolSize = 10 }: ConnectionOptions): DataSource {
  const all = [platformSchema, ...schemas];
  return new DataSource({
    type: 'mysql',
    url,
    synchronize: false,
    timezone: 'Z',
    charset: 'utf8mb4',
    supportBigNumbers: true,
    bigNumberStrings: false,
    entities: all.flatMap((schema) => [...schema.entities]),
    migrations: all.flatMap((schema) => [...schema.migrations]),
    migrationsTableName: 'platform_migration',
    invalidWhereValuesBehavior: { null: 'throw', undefined: 'throw' },
    poolSize,
    // Engine commands send their statements in one packet; values are always escaped by mysql2.
    extra: { multipleStatements: true, connectionLimit: poolSize, maxIdle: poolSize },
  });
}

interface PoolConnection {
  query(sql: string): void;
}

/** Connects, and gives every connection the isolation and patience that commands rely on, whatever the server's defaults. */
export async function openDataSource(options: ConnectionOptions): Promise<DataSource> {
  const dataSource = await createDataSource(options).initialize();
  // TypeORM's MySQL driver exposes mysql2's pool; a statement sent here runs before any other on that connection.
  const { pool } = dataSource.driver as unknown as {
    pool: { on(event: 'connection', prepare: (connection: PoolConnection) => void): void };
  };
  pool.on('connection', (connection) => {
    for (const setting of SESSION) connection.query(setting);
  });
  // The one connection that connecting has opened is idle now, so it is the one that takes these.
  for (const setting of SESSION) await dataSource.query(setting);
  return dataSource;
}

/** Runs what is missing, in order of time over all libraries. */
export async function runMigrations(dataSource: DataSource): Promise<string[]> {
  const done = await dataSource.runMigrations({ transaction: 'each' });
  return done.map((migration) => migration.name);
}
