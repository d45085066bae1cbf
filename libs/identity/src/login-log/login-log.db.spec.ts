import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { useDatabase } from '#support/database';
import { useRedis } from '#support/redis';
import { identitySchema } from '../identity.schema.js';
import { withRoles } from '../testing/changed.roles.js';
import { type Answer, IdentityApp } from '../testing/identity.app.js';
import { anOrganisation, aUser } from '../testing.js';

const database = await useDatabase([identitySchema]);
const redis = await useRedis();
const configDir = withRoles({ auditor: { permissions: ['identity.audit'] } });

interface Page {
  readonly items: readonly { readonly login: string; readonly outcome: string; readonly userName: string | null }[];
  readonly next: string | null;
}

let identity: IdentityApp;
let token: string;

beforeAll(async () => {
  identity = await IdentityApp.start({ database, redis }, { settings: { SANSHE_CONFIG_DIR: configDir } });
});

beforeEach(async () => {
  identity.clock.offsetMs = 0;
  const office = await anOrganisation().ofKind('audit').named('某县审计局').insert(database.dataSource);
  await aUser().of(office).named('沙马子各').withLogin('auditor').withRoles('auditor').insert(database.dataSource);
  await aUser().of(office).withLogin('head').withRoles('head').insert(database.dataSource);
  await identity.directory.reload();
  await identity.login('nobody', 'wrong');
  await identity.login('head', 'wrong');
  token = (await identity.login('auditor')).body.accessToken;
});

afterAll(async () => {
  await identity.close();
});

const read = (query = '', as = token): Promise<Answer> => identity.call('GET', `/login-log${query}`, { token: as });

async function pageOf(query = ''): Promise<Page> {
  const { status, body } = await read(query);
  expect(status).toBe(200);
  return body as unknown as Page;
}

describe('the login log', () => {
  it('tells every outcome, the newest first, with the person where there is one', async () => {
    const { items, next } = await pageOf();
    expect(items.map(({ login, outcome }) => `${login} ${outcome}`)).toEqual([
      'auditor succeeded',
      'head wrong-password',
      'nobody unknown-login',
    ]);
    expect(items[0]).toMatchObject({ userName: '沙马子各', organisationName: '某县审计局', ip: '127.0.0.1' });
    expect([items[2]?.userName, next]).toEqual([null, null]);
  });

  it('is read page by page, and narrowed', async () => {
    const first = await pageOf('?limit=2');
    const second = await pageOf(`?limit=2&after=${first.next}`);
    expect([first.items.length, second.items.map(({ login }) => login), second.next]).toEqual([2, ['nobody'], null]);
    expect((await pageOf('?outcome=wrong-password')).items.map(({ login }) => login)).toEqual(['head']);
    expect((await pageOf('?login=nobody')).items).toHaveLength(1);
    expect((await pageOf(`?userId=${identity.directory.byLogin('head')?.id}`)).items).toHaveLength(1);
    expect((await pageOf('?ip=10.0.0.1')).items).toHaveLength(0);
    expect((await pageOf('?to=2026-01-05T01:00:00Z')).items).toHaveLength(0);
    expect((await pageOf('?from=2026-01-05T01:00:00Z')).items).toHaveLength(3);
  });

  it('is shown to whoever may read it alone, and refuses what makes no sense', async () => {
    const { body } = await identity.login('head');
    expect((await read('', body.accessToken)).status).toBe(403);
    for (const query of ['?outcome=x', '?limit=0', '?from=yesterday', '?after=x', '?userId=x', '?nice=1'])
      expect((await read(query)).status).toBe(400);
  });
});
