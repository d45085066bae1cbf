import { describe, expect, it } from '@jest/globals';
import { IdAllocator } from '#libs/platform';
import { useDatabase } from '#support/database';
import { identitySchema } from '../identity.schema.js';
import { LoginJournal } from '../session/login.journal.js';
import { MovableClock } from '../testing/identity.app.js';
import { LogSealer } from './log.sealer.js';
import { SealVerifier } from './seal.verifier.js';

const database = await useDatabase([identitySchema]);
const clock = new MovableClock();
const ids = new IdAllocator(database.dataSource);
const sealer = new LogSealer(database.dataSource, clock);
const verifier = new SealVerifier(database.dataSource);
const journal = new LoginJournal(database.dataSource, ids, clock);
const ORIGIN = { ip: '10.52.7.19', userAgent: 'node' };

async function writeAndSeal(login: string): Promise<void> {
  await ids.ensure();
  await journal.write('succeeded', login, 42, ORIGIN);
  await journal.write('wrong-password', login, null, ORIGIN);
  clock.offsetMs += 61_000;
  await sealer.sealAll();
}

const verify = async () => (await verifier.verifyAll())[0];
const asOwner = (statement: string, ...values: unknown[]) => database.owner.query(statement, values);

describe('the login log', () => {
  it('is sealed in batches that follow each other, once it has settled', async () => {
    await writeAndSeal('阿苦阿果');
    await writeAndSeal('second');
    await ids.ensure();
    await journal.write('succeeded', 'too fresh', 42, ORIGIN);
    expect(await sealer.sealAll()).toBe(0);
    expect(await verify()).toMatchObject({ log: 'logins', batches: 2, rows: 4, unsealed: 1, broken: [] });
  });

  it('is sealed once when several processes try', async () => {
    await ids.ensure();
    for (let line = 0; line < 5; line += 1) await journal.write('succeeded', `line ${line}`, 42, ORIGIN);
    clock.offsetMs += 61_000;
    await Promise.all([sealer.sealAll(), sealer.sealAll(), sealer.sealAll()]);
    expect(await verify()).toMatchObject({ batches: 1, rows: 5, unsealed: 0, broken: [] });
  });

  it.each([
    ['a changed line', "UPDATE identity_login_log SET outcome = 'succeeded' WHERE login = 'second'", [2]],
    ['a line taken out', "DELETE FROM identity_login_log WHERE login = 'first' ORDER BY seq LIMIT 1", [1]],
    ['a batch that is sealed anew', "UPDATE identity_log_seal SET hash = REPEAT('a', 64) WHERE number = 1", [1, 2]],
    ['a batch taken out', 'DELETE FROM identity_log_seal WHERE number = 2', [3]],
  ])('shows %s', async (_, tampering, broken) => {
    for (const login of ['first', 'second', 'third']) await writeAndSeal(login);
    await asOwner(tampering);
    expect((await verify())?.broken).toEqual(broken);
  });

  it('lets the application change neither lines nor seals', async () => {
    await writeAndSeal('first');
    await expect(database.dataSource.query('UPDATE identity_log_seal SET row_count = 0')).rejects.toThrow(/denied/);
    await expect(database.dataSource.query('DELETE FROM identity_log_seal')).rejects.toThrow(/denied/);
  });
});
