import { describe, expect, it } from '@jest/globals';
import { IdAllocator, SystemClock, UserError } from '#libs/platform';
import { useDatabase } from '#support/database';
import type { FastifyRequest } from 'fastify';
import { identitySchema } from '../identity.schema.js';
import { OrganisationDirectory } from '../organisations/organisation.directory.js';
import type { IdentifiedRequest } from '../session/current-caller.decorator.js';
import { aCaller } from '../testing.js';
import { RefusalJournal } from './refusal.journal.js';
import { RefusalReader } from './refusal.reader.js';

const database = await useDatabase([identitySchema]);
const { dataSource } = database;
const journal = new RefusalJournal(dataSource, new IdAllocator(dataSource), new SystemClock());
const reader = new RefusalReader(dataSource, new OrganisationDirectory(dataSource));

function asked(url: string, userId: number | null = 7): FastifyRequest & IdentifiedRequest {
  // Of a request, the journal reads these alone.
  const request = { method: 'POST', url, ip: '10.0.0.1', headers: {}, ...(userId && { caller: aCaller({ userId }) }) };
  return request as unknown as FastifyRequest & IdentifiedRequest;
}

const refusal = (status: UserError['status'], code = 'engine.not-your-task', details = {}) =>
  new UserError({ code, status, zh: '不能执行此操作。', en: 'No.', details });

const noted = async () => {
  await journal.flush();
  return (await reader.read({ limit: 100 })).items;
};

describe('the record of refusals', () => {
  it('says who asked for what, and which rule refused it', async () => {
    journal.refused(asked('/api/v1/tasks/3/actions/AGREE?x=1'), refusal(403));
    expect(await noted()).toMatchObject([
      { userId: 7, method: 'POST', path: '/api/v1/tasks/3/actions/AGREE', status: 403, code: 'engine.not-your-task' },
    ]);
  });

  it('leaves out mistakes of shape, the limiter’s answers, and whoever has no token', async () => {
    journal.refused(asked('/a'), refusal(400));
    journal.refused(asked('/a'), refusal(429));
    journal.refused(asked('/a', null), refusal(401, 'identity.not-logged-in', { reason: 'missing' }));
    expect(await noted()).toEqual([]);
  });

  it('keeps forged tokens, though it cannot name their bearer', async () => {
    journal.refused(asked('/a', null), refusal(401, 'identity.not-logged-in', { reason: 'forged' }));
    expect(await noted()).toMatchObject([{ userId: null, code: 'identity.not-logged-in' }]);
  });

  it('counts what a flood brings beyond what it keeps', async () => {
    for (let index = 0; index < 1500; index += 1) journal.refused(asked(`/${index}`), refusal(404));
    await journal.flush();
    const rows: { count: number }[] = await dataSource.query('SELECT COUNT(*) AS count FROM identity_refusal');
    expect(Number(rows[0]?.count)).toBe(1001);
    const { items } = await reader.read({ limit: 1 });
    expect(items).toMatchObject([{ code: 'identity.refusals-dropped', detail: '另有 500 次未逐条记录' }]);
  });

  it('is for adding alone, and read page by page', async () => {
    for (const index of [1, 2, 3]) journal.refused(asked(`/${index}`, index), refusal(404));
    await journal.flush();
    const first = await reader.read({ limit: 2 });
    const second = await reader.read({ limit: 2, after: first.next ?? '' });
    expect([...first.items, ...second.items].map(({ path }) => path)).toEqual(['/3', '/2', '/1']);
    expect((await reader.read({ limit: 2, userId: 2 })).items).toMatchObject([{ path: '/2' }]);
    await expect(dataSource.query('DELETE FROM identity_refusal')).rejects.toThrow(/denied/i);
  });
});
