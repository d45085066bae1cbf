import { describe, expect, it } from '@jest/globals';
import { IdAllocator, SystemClock } from '#libs/platform';
import { useDatabase } from '#support/database';
import { identitySchema } from '../identity.schema.js';
import { LoginJournal } from './login.journal.js';

const database = await useDatabase([identitySchema]);
const ids = new IdAllocator(database.dataSource);
const journal = new LoginJournal(database.dataSource, ids, new SystemClock());
const ORIGIN = { ip: '10.52.7.19', userAgent: 'node' };

async function logins(): Promise<string[]> {
  const rows: { login: string }[] = await database.dataSource.query(
    'SELECT login FROM identity_login_log ORDER BY seq',
  );
  return rows.map(({ login }) => login);
}

describe('LoginJournal', () => {
  it('has written a line when it answers, in the order in which they came', async () => {
    await ids.ensure();
    const names = Array.from({ length: 300 }, (_, number) => `login.${number}`);
    const written = names.map(async (login) => {
      await journal.write('throttled', login, null, ORIGIN);
      return (await logins()).includes(login);
    });
    expect(await Promise.all(written)).toEqual(names.map(() => true));
    expect(await logins()).toEqual(names);
  });

  it('says when a line could not be written, and writes the next ones', async () => {
    await ids.ensure();
    const broken = journal.write('throttled', 'x', null, { ...ORIGIN, ip: 'x'.repeat(200) });
    await expect(broken).rejects.toThrow(/Data too long/);
    await journal.write('throttled', 'y', null, ORIGIN);
    expect(await logins()).toEqual(['y']);
  });
});
