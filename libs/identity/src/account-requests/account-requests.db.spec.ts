import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { useDatabase } from '#support/database';
import { useRedis } from '#support/redis';
import { identitySchema } from '../identity.schema.js';
import { type Answer, IdentityApp } from '../testing/identity.app.js';
import { anOrganisation, aUser } from '../testing.js';

const database = await useDatabase([identitySchema]);
const redis = await useRedis();
const REQUEST = {
  creditCode: '52510000MJX9D1095D',
  organisationName: '索玛花社工中心',
  kind: 'social-organisation',
  divisionCode: '513431',
  contactName: '阿依',
  phone: '13800138000',
  idNumber: '11010519491231002X',
};
let identity: IdentityApp;

beforeAll(async () => {
  identity = await IdentityApp.start(
    { database, redis },
    { settings: { SANSHE_DATA_DIR: '/tmp/sanshe-account-requests' } },
  );
});

afterAll(() => identity.close());

beforeEach(async () => {
  await database.dataSource.query(
    `INSERT INTO identity_division (code, name, level, parent_code) VALUES ('51', '四川省', 'province', NULL),
      ('5134', '凉山州', 'city', '51'), ('513431', '昭觉县', 'county', '5134'), ('513430', '布拖县', 'county', '5134')`,
  );
  for (const [login, division] of [
    ['reviewer', '513431'],
    ['neighbour', '513430'],
    ['city', '5134'],
  ] as const) {
    const bureau = await anOrganisation().in(division).insert(database.dataSource);
    await aUser().of(bureau).withLogin(login).withRoles('supervision-officer').insert(database.dataSource);
  }
  await identity.reload();
});

const ask = (change: object = {}): Promise<Answer> =>
  identity.call('POST', '/account-requests', { body: { ...REQUEST, ...change } });

const look = (receipt: unknown): Promise<Answer> => identity.call('GET', `/account-requests/${String(receipt)}`);

async function as(login: string, method: 'GET' | 'POST', path: string, body?: object): Promise<Answer> {
  const token = (await identity.login(login)).body.accessToken;
  return identity.call(method, path, { token, ...(body && { body }) });
}

async function waiting(login = 'reviewer'): Promise<Record<string, unknown>[]> {
  return (await as(login, 'GET', '/account-reviews')).body['items'] as Record<string, unknown>[];
}

describe('a request for an account', () => {
  it('is asked for, documented, reviewed in the own county and leads to a first login', async () => {
    const { receipt } = (await ask()).body;
    const file = { name: '登记证书.pdf', content: Buffer.from('%PDF-1.4\n%%EOF\n') };
    const added = await identity.call('POST', `/account-requests/${String(receipt)}/documents`, { file });
    expect(added.status).toBe(201);
    expect((await look(receipt)).body).toMatchObject({ status: 'pending', documents: [{ name: '登记证书.pdf' }] });
    expect(await waiting('neighbour')).toEqual([]);
    expect(await waiting('city')).toEqual([]);
    const [request] = await waiting();
    expect(request).toMatchObject({
      creditCode: REQUEST.creditCode,
      phone: '138****8000',
      idNumber: '110105********002X',
    });
    const path = `/account-reviews/${String(request?.['id'])}`;
    expect((await as('neighbour', 'POST', `${path}/approval`)).status).toBe(404);
    const opened = await as('reviewer', 'POST', `${path}/approval`);
    expect(opened.body).toMatchObject({ login: REQUEST.creditCode.toLowerCase() });
    expect((await look(receipt)).body['status']).toBe('approved');
    const reset = { login: opened.body['login'], code: opened.body['code'], newPassword: 'Mountain-Rain-48' };
    expect((await identity.call('POST', '/password-resets', { body: reset })).status).toBeLessThan(300);
    const { body } = await identity.login(String(opened.body['login']), 'Mountain-Rain-48');
    expect(body.user).toMatchObject({
      organisationName: REQUEST.organisationName,
      roles: ['bidder', 'head', 'legal-representative'],
    });
    expect((await as('reviewer', 'POST', `${path}/refusal`, { reason: '重复' })).body.code).toBe(
      'identity.account-request-decided',
    );
  });

  it('is refused with a reason that the receipt tells, and may be made again', async () => {
    const { receipt } = (await ask()).body;
    expect((await ask()).body.code).toBe('identity.account-request-pending');
    const [request] = await waiting();
    await as('reviewer', 'POST', `/account-reviews/${String(request?.['id'])}/refusal`, { reason: '登记证书已过期' });
    expect((await look(receipt)).body).toMatchObject({ status: 'refused', reason: '登记证书已过期' });
    expect((await ask()).status).toBe(201);
  });

  it.each([
    [{ creditCode: '52510000MJX9D1095A' }, 'platform.bad-shape'],
    [{ phone: '1' }, 'platform.bad-shape'],
    [{ kind: 'finance' }, 'identity.kind-not-open'],
    [{ divisionCode: '5134' }, 'identity.division-too-wide'],
    [{ divisionCode: '999999' }, 'identity.unknown-division'],
  ])('with %j is refused: %s', async (change, code) => {
    expect((await ask(change)).body.code).toBe(code);
  });

  it('of an organisation that is there is refused', async () => {
    await anOrganisation().withCreditCode(REQUEST.creditCode).insert(database.dataSource);
    await identity.directory.refresh();
    expect((await ask()).body.code).toBe('identity.credit-code-taken');
  });

  it('is sealed in the database, and a receipt cannot be guessed', async () => {
    await ask();
    const rows: unknown = await database.dataSource.query('SELECT * FROM identity_account_request');
    expect(JSON.stringify(rows)).not.toMatch(/13800138000|11010519491231002X/);
    expect((await look('AAAA-BBBB-CCCC')).body.code).toBe('identity.unknown-account-request');
  });

  it('is limited by address', async () => {
    const codes = new Set<unknown>();
    for (let attempt = 0; attempt < 22; attempt += 1) codes.add((await ask({ kind: 'finance' })).body.code);
    expect([...codes]).toEqual(['identity.kind-not-open', 'identity.too-many-requests']);
  });
});
