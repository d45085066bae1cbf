import { DataSource } from 'typeorm';
import type { LibrarySchema } from './library.schema.js';
import { platformSchema } from './platform.schema.js';

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

/** Runs what is missing, in order of time over all libraries. */
export async function runMigrations(dataSource: DataSource): Promise<string[]> {
  const done = await dataSource.runMigrations({ transaction: 'each' });
  return done.map((migration) => migration.name);
}
