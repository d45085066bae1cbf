import { beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import type { LibrarySchema } from '#libs/platform';
import { useDatabase } from '#support/database';
import { ROOT } from './tracked-files.js';

const FLOORS = ['identity', 'engine', 'deadlines', 'projects', 'disclosure'];

function libraries(): string[] {
  const stages = readdirSync(join(ROOT, 'libs/stages')).map((stage) => `stages/${stage}`);
  return [...FLOORS, ...stages].filter((name) => existsSync(join(ROOT, 'libs', name, 'src/index.ts')));
}

const isSchema = (value: unknown): value is LibrarySchema =>
  typeof value === 'object' && value !== null && 'entities' in value && 'migrations' in value;

async function schemasOf(name: string): Promise<LibrarySchema[]> {
  const exported = (await import(`#libs/${name}`)) as Record<string, unknown>;
  return Object.values(exported).filter(isSchema);
}

type EntityColumn = DataSource['entityMetadatas'][number]['columns'][number];

interface DatabaseColumn {
  readonly name: string;
  readonly type: string;
  readonly length: number | string | null;
  readonly nullable: 'YES' | 'NO';
}

/** One after the other: Jest cannot link two module graphs that share files at the same time. */
async function allSchemas(): Promise<LibrarySchema[]> {
  const found: LibrarySchema[] = [];
  for (const name of libraries()) found.push(...(await schemasOf(name)));
  return found;
}

const schemas = await allSchemas();
const database = await useDatabase(schemas, { keep: true });
const entities = database.dataSource.entityMetadatas;

const columnsOf = (table: string): Promise<DatabaseColumn[]> =>
  database.owner.query(
    `SELECT COLUMN_NAME AS name, DATA_TYPE AS type, CHARACTER_MAXIMUM_LENGTH AS length, IS_NULLABLE AS nullable
       FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = ?`,
    [table],
  );

/** MariaDB keeps JSON as longtext, and says int for integer and tinyint for boolean. */
const SAME_TYPE: Record<string, string> = { json: 'longtext', boolean: 'tinyint', bool: 'tinyint', integer: 'int' };

function asEntity(column: EntityColumn): string {
  const type = typeof column.type === 'string' ? column.type : `undeclared ${column.type.name}`;
  return describeColumn(column.databaseName, SAME_TYPE[type] ?? type, column.length, column.isNullable);
}

const asDatabase = ({ name, type, length, nullable }: DatabaseColumn): string =>
  describeColumn(name, type === 'json' ? 'longtext' : type, String(length ?? ''), nullable === 'YES');

function describeColumn(name: string, type: string, length: string, isNullable: boolean): string {
  const size = /char|binary$/.test(type) ? `(${length})` : '';
  return `${name} ${type}${size}${isNullable ? ' null' : ''}`;
}

describe('migrations and entities', () => {
  beforeAll(() => expect(entities.length).toBeGreaterThan(0));

  it.each(entities.map((entity) => entity.tableName).sort())('agree on %s', async (table) => {
    const entity = entities.find((each) => each.tableName === table);
    const declared = entity?.columns.map(asEntity).sort();
    expect(declared).toEqual((await columnsOf(table)).map(asDatabase).sort());
  });

  it('have a prefix of their library on every table', async () => {
    const rows: { name: string }[] = await database.owner.query(
      'SELECT TABLE_NAME AS name FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE()',
    );
    const prefixes = ['platform', ...libraries().map((name) => name.replace('stages/', ''))];
    expect(rows.map((row) => row.name).filter((name) => !prefixes.includes(name.split('_')[0] ?? ''))).toEqual([]);
  });
});
