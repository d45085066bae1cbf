import { describe, expect, it } from '@jest/globals';
import { IdAllocator, type LibrarySchema } from '#libs/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { useDatabase } from '#support/database';
import { useRedis } from '#support/redis';

class CreateProbe1767225600001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE probe_row (id BIGINT NOT NULL PRIMARY KEY, name VARCHAR(20) NOT NULL)');
    await runner.query('CREATE TABLE probe_history (id BIGINT NOT NULL PRIMARY KEY)');
    await runner.query("INSERT INTO probe_row VALUES (1, 'by migration')");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE probe_row, probe_history');
  }
}

const probeSchema: LibrarySchema = {
  entities: [],
  migrations: [CreateProbe1767225600001],
  appendOnly: ['probe_history'],
};

const database = await useDatabase([probeSchema]);
const redis = await useRedis();

describe('useDatabase', () => {
  it.each(['first', 'second'])('starts the %s test with what the migrations left', async () => {
    await database.dataSource.query("INSERT INTO probe_row VALUES (2, 'by test')");
    await database.dataSource.query("UPDATE probe_row SET name = 'changed' WHERE id = 1");
    await database.dataSource.query('INSERT INTO probe_history VALUES (1)');
    const rows: unknown[] = await database.dataSource.query('SELECT * FROM probe_row');
    expect(rows).toHaveLength(2);
  });

  it('puts rows of migrations back', async () => {
    const rows: unknown[] = await database.dataSource.query('SELECT * FROM probe_row');
    expect(rows).toEqual([{ id: 1, name: 'by migration' }]);
  });

  it('works with the grants of the application', async () => {
    await database.dataSource.query('INSERT INTO probe_history VALUES (1)');
    await expect(database.dataSource.query('DELETE FROM probe_history')).rejects.toThrow(/denied/);
    await expect(database.dataSource.query('CREATE TABLE probe_other (id INT)')).rejects.toThrow(/denied/);
  });

  it('has the tables of the platform', async () => {
    const ids = new IdAllocator(database.dataSource);
    await ids.ensure();
    expect(ids.next()).toBeGreaterThan(0);
  });
});

describe('useRedis', () => {
  it.each(['first', 'second'])('starts the %s test empty', async () => {
    expect(await redis.client.dbsize()).toBe(0);
    await redis.client.set('a', '1');
  });
});
