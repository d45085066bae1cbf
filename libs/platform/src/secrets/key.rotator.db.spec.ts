import { describe, expect, it } from '@jest/globals';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { useDatabase } from '#support/database';
import { EncryptionConfig } from '../config/encryption.config.js';
import { Environment } from '../config/environment.js';
import type { LibrarySchema } from '../database/library.schema.js';
import { KeyRotator } from './key.rotator.js';
import { SecretBox } from './secret.box.js';

class CreateSealed1767225600002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE probe_sealed (id BIGINT NOT NULL PRIMARY KEY, phone VARCHAR(255) CHARACTER SET ascii NULL,
      phone_index CHAR(43) CHARACTER SET ascii NULL)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE probe_sealed');
  }
}

const CONTEXT = 'probe_sealed.phone';
const schema: LibrarySchema = {
  entities: [],
  migrations: [CreateSealed1767225600002],
  sealed: [{ table: 'probe_sealed', key: 'id', column: 'phone', context: CONTEXT, index: 'phone_index' }],
};
const database = await useDatabase([schema]);
const OLD = `old:${'11'.repeat(32)}`;
const NEW = `new:${'22'.repeat(32)}`;
const before = boxOf(OLD);
const both = boxOf(NEW, OLD);

function boxOf(...keys: string[]): SecretBox {
  return new SecretBox(new EncryptionConfig(new Environment({ SANSHE_DATA_KEYS: keys.join() })));
}

async function fill(count: number): Promise<void> {
  const rows = Array.from({ length: count }, (_, n) => {
    const phone = String(13800000000 + n);
    return [n, before.seal(phone, CONTEXT), before.index(phone, CONTEXT)];
  });
  await database.dataSource.query('INSERT INTO probe_sealed VALUES ?', [[...rows, [count, null, null]]]);
}

describe('KeyRotator', () => {
  it('seals every row anew in batches, with its index, and has nothing to do the second time', async () => {
    await fill(450);
    const rotator = new KeyRotator(database.dataSource, both);
    const reports: number[] = [];
    expect(await rotator.remaining([schema])).toBe(450);
    expect(await rotator.rotate([schema], ({ done }) => reports.push(done))).toBe(450);
    expect(reports).toEqual([200, 400, 450]);
    expect(await rotator.remaining([schema])).toBe(0);
    expect(await rotator.rotate([schema])).toBe(0);
    const after = boxOf(NEW);
    const rows: { phone: string; phone_index: string }[] = await database.dataSource.query(
      'SELECT phone, phone_index FROM probe_sealed WHERE id = 449',
    );
    expect(after.open(rows[0]?.phone ?? '', CONTEXT)).toBe('13800000449');
    expect(rows[0]?.phone_index).toBe(after.index('13800000449', CONTEXT));
  });

  it('goes on where it was cut off', async () => {
    await fill(450);
    const cut = new KeyRotator(database.dataSource, both).rotate([schema], () => {
      throw new Error('cut off');
    });
    await expect(cut).rejects.toThrow('cut off');
    expect(await new KeyRotator(database.dataSource, both).rotate([schema])).toBe(250);
  });
});
