import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { useDatabase } from '#support/database';
import { useRedis } from '#support/redis';
import { identitySchema } from '../identity.schema.js';
import type { OrganisationRecord, UserRecord } from '../index.js';
import { type Answer, IdentityApp } from '../testing/identity.app.js';
import { anOrganisation, aUser } from '../testing.js';

const database = await useDatabase([identitySchema]);
const redis = await useRedis();
const PHONE = '13800138000';
const ID_NUMBER = '11010519491231002X';
let identity: IdentityApp;
let bureau: OrganisationRecord;
let people: Record<string, UserRecord>;

beforeAll(async () => {
  identity = await IdentityApp.start({ database, redis });
});

afterAll(() => identity.close());

beforeEach(async () => {
  await database.dataSource.query(
    `INSERT INTO identity_division (code, name, level, parent_code) VALUES ('513431', '昭觉县', 'county', '5134'),
      ('5134', '凉山州', 'city', '51'), ('51', '四川省', 'province', NULL)`,
  );
  const operator = await anOrganisation().ofKind('operator').in('51').named('运行单位').insert(database.dataSource);
  bureau = await anOrganisation().named('昭觉县民政局').insert(database.dataSource);
  const person = (login: string, at: OrganisationRecord, ...roles: string[]) =>
    aUser()
      .of(at)
      .withLogin(login)
      .withRoles(...roles)
      .insert(database.dataSource);
  people = {
    admin: await person('admin', operator, 'administrator'),
    security: await person('security', operator, 'security-administrator'),
    audit: await person('audit', operator, 'audit-administrator'),
    head: await person('head', bureau, 'head'),
    viewer: await person('viewer', bureau, 'personal-data-viewer'),
  };
  await identity.reload();
});

const tokens = new Map<string, string>();
beforeEach(() => tokens.clear());

async function as(login: string): Promise<string> {
  const known = tokens.get(login) ?? (await identity.login(login)).body.accessToken;
  tokens.set(login, known);
  return known;
}

async function send(login: string, method: 'GET' | 'POST' | 'PUT' | 'PATCH', path: string, body?: object) {
  return identity.call(method, path, { token: await as(login), ...(body && { body }) });
}

function open(login: string, overrides: object = {}): Promise<Answer> {
  const draft = { login: 'new.officer', name: '新同志', organisationId: bureau.id, roles: ['business-officer'] };
  return send(login, 'POST', '/users', { ...draft, phone: PHONE, idNumber: ID_NUMBER, ...overrides });
}

const itemsOf = (answer: Answer) => answer.body['items'] as Record<string, unknown>[];
const idOf = (login: string): number => people[login]?.id ?? 0;

describe('a new user', () => {
  it('has no role until the security administrator grants it, and then it holds at once', async () => {
    const opened = await open('admin');
    expect(opened.status).toBe(201);
    const id = Number(opened.body['userId']);
    const seen = await send('admin', 'GET', `/users/${id}`);
    expect(seen.body).toMatchObject({ roles: [], pendingRoles: ['business-officer'], status: 'active' });
    const [request] = itemsOf(await send('security', 'GET', '/role-requests'));
    expect(request).toMatchObject({ userId: id, role: 'business-officer', requestedByName: people['admin']?.name });
    const path = `/role-requests/${String(request?.['id'])}/decision`;
    expect((await send('admin', 'PUT', path, { granted: true })).status).toBe(403);
    expect((await send('security', 'PUT', path, { granted: true })).status).toBe(204);
    expect(identity.directory.user(id)?.roles).toEqual(['business-officer']);
    expect((await send('security', 'PUT', path, { granted: true })).body.code).toBe('identity.role-request-closed');
  });

  it('chooses a password with the one-time code and logs in', async () => {
    const opened = await open('admin');
    const body = { login: 'new.officer', code: opened.body['code'], newPassword: 'Mountain-Rain-48' };
    expect((await identity.call('POST', '/password-resets', { body })).status).toBeLessThan(300);
    expect((await identity.login('new.officer', 'Mountain-Rain-48')).status).toBe(200);
  });

  it('is refused with a login that is taken, a role of another kind, or a wrong number', async () => {
    expect((await open('admin', { login: 'head' })).body.code).toBe('identity.login-taken');
    expect((await open('admin', { roles: ['treasury-officer'] })).body.code).toBe('identity.role-not-of-kind');
    expect((await open('admin', { idNumber: '110105194912310021' })).status).toBe(400);
    expect((await open('admin', { phone: '123' })).status).toBe(400);
  });

  it('can be opened by the head for the own organisation alone', async () => {
    expect((await open('head')).status).toBe(201);
    const other = await anOrganisation().in('513430').insert(database.dataSource);
    await identity.directory.refresh();
    const refused = await open('head', { login: 'other', organisationId: other.id });
    expect(refused.body.code).toBe('identity.unknown-organisation');
    expect((await open('viewer', { login: 'third' })).status).toBe(403);
  });
});

describe('三权分立', () => {
  it('lets nobody have two of the three', async () => {
    const set = (login: string, roles: string[]) =>
      send('security', 'PUT', `/users/${idOf(login)}/roles`, { roles, reason: '岗位调整' });
    expect((await set('admin', ['administrator', 'audit-administrator'])).body.code).toBe('identity.exclusive-roles');
    expect((await set('security', ['security-administrator', 'administrator'])).body.code).toBe('identity.own-account');
    expect((await set('audit', ['audit-administrator'])).status).toBe(200);
  });

  it('knows one person in two accounts by the identity number', async () => {
    const { organisationId } = people['admin'] ?? { organisationId: 0 };
    await send('admin', 'PATCH', `/users/${idOf('audit')}`, { idNumber: ID_NUMBER });
    const second = await open('admin', { login: 'second', organisationId, roles: ['administrator'] });
    expect(second.body.code).toBe('identity.exclusive-roles');
    const empty = await open('admin', { login: 'second', organisationId, roles: [] });
    const path = `/users/${String(empty.body['userId'])}/roles`;
    const granted = await send('security', 'PUT', path, { roles: ['administrator'], reason: '任命' });
    expect(granted.body.code).toBe('identity.exclusive-roles');
  });

  it('keeps each of the three out of the others’ rooms', async () => {
    const statuses = async (login: string) => [
      (await send(login, 'POST', '/organisations', {})).status,
      (await send(login, 'GET', '/role-requests')).status,
      (await send(login, 'GET', '/operation-log')).status,
    ];
    expect(await statuses('admin')).toEqual([400, 403, 403]);
    expect(await statuses('security')).toEqual([403, 200, 403]);
    expect(await statuses('audit')).toEqual([403, 403, 200]);
  });
});

describe('personal data', () => {
  let id: number;
  beforeEach(async () => {
    id = Number((await open('admin')).body['userId']);
  });

  it('is sealed in the database and masked in answers', async () => {
    const rows: Record<string, unknown>[] = await database.dataSource.query(
      'SELECT * FROM identity_user WHERE id = ?',
      [id],
    );
    expect(JSON.stringify(rows)).not.toContain(PHONE);
    expect(rows[0]?.['sealed_phone']).toMatch(/^v1\.t1\./);
    const { body } = await send('admin', 'GET', `/users/${id}`);
    expect(body).toMatchObject({ phone: '138****8000', idNumber: '110105********002X' });
  });

  it('is found by the whole number alone', async () => {
    const found = async (q: string) => itemsOf(await send('admin', 'GET', `/users?q=${q}`)).map((user) => user['id']);
    expect(await found(PHONE)).toEqual([id]);
    expect(await found(ID_NUMBER)).toEqual([id]);
    expect(await found('1380013')).toEqual([]);
    expect(await found('新同')).toEqual([id]);
    expect(await found('new.off')).toEqual([id]);
  });

  it('is shown for a reason to whoever may, and that is recorded before', async () => {
    const wish = { field: 'phone', reason: '核实联系方式' };
    expect((await send('admin', 'POST', `/users/${id}/unmaskings`, wish)).status).toBe(403);
    expect((await send('viewer', 'POST', `/users/${id}/unmaskings`, { field: 'phone' })).status).toBe(400);
    expect((await send('viewer', 'POST', `/users/${idOf('admin')}/unmaskings`, wish)).status).toBe(404);
    const shown = await send('viewer', 'POST', `/users/${id}/unmaskings`, wish);
    expect(shown.body['value']).toBe(PHONE);
    const lines = itemsOf(await send('audit', 'GET', '/unmasking-log'));
    expect(lines).toEqual([
      expect.objectContaining({ actorId: idOf('viewer'), subjectId: id, field: 'phone', reason: '核实联系方式' }),
    ]);
  });
});

describe('the operation log', () => {
  it('tells who did what, before and after, without secrets', async () => {
    const id = Number((await open('admin')).body['userId']);
    await send('admin', 'PATCH', `/users/${id}`, { name: '改名', phone: '13900139000' });
    await send('admin', 'PUT', `/users/${id}/status`, { status: 'disabled', reason: '离职' });
    const lines = itemsOf(await send('audit', 'GET', `/operation-log?subjectId=${id}`));
    expect(lines.map((line) => line['operation'])).toEqual([
      'user-disabled',
      'user-changed',
      'roles-requested',
      'user-created',
    ]);
    expect(lines[1]).toMatchObject({
      actorId: idOf('admin'),
      before: { name: '新同志', phone: '138****8000' },
      after: { name: '改名', phone: '139****9000' },
    });
    expect(lines[0]).toMatchObject({ reason: '离职', before: { status: 'active' }, after: { status: 'disabled' } });
    expect(JSON.stringify(lines)).not.toMatch(/13900139000|13800138000/);
  });

  it('cannot be changed by the application', async () => {
    await open('admin');
    await expect(database.dataSource.query('UPDATE identity_operation_log SET ip = ""')).rejects.toThrow(/denied/);
    await expect(database.dataSource.query('DELETE FROM identity_unmasking_log')).rejects.toThrow(/denied/);
  });
});

describe('a disabled user', () => {
  it('is out at once, and can be let in again', async () => {
    const token = await as('head');
    const status = (value: string) => ({ status: value, reason: '调离岗位' });
    await send('admin', 'PUT', `/users/${idOf('head')}/status`, status('disabled'));
    expect((await identity.call('GET', '/me', { token })).status).toBe(401);
    await send('admin', 'PUT', `/users/${idOf('head')}/status`, status('active'));
    expect((await identity.call('GET', '/me', { token })).status).toBe(200);
    expect((await send('admin', 'PUT', `/users/${idOf('admin')}/status`, status('disabled'))).body.code).toBe(
      'identity.own-account',
    );
  });
});

describe('an organisation', () => {
  const draft = { creditCode: '52510000MJX9D1095D', name: '评估中心', kind: 'evaluator', divisionCode: '513431' };

  it('is opened, changed and closed by the administrator of the system', async () => {
    const created = await send('admin', 'POST', '/organisations', draft);
    expect(created.body).toMatchObject({ ...draft, status: 'active' });
    const path = `/organisations/${String(created.body['id'])}`;
    expect((await send('admin', 'PATCH', path, { name: '评估研究中心' })).body['name']).toBe('评估研究中心');
    await send('admin', 'PUT', `${path}/status`, { status: 'closed', reason: '注销登记' });
    expect(identity.directory.byKind('evaluator')).toEqual([]);
    const listed = itemsOf(await send('admin', 'GET', '/managed-organisations?status=closed&q=评估'));
    expect(listed.map((one) => one['name'])).toEqual(['评估研究中心']);
  });

  it('is refused when it is there, of no kind, nowhere, or with a wrong code', async () => {
    await send('admin', 'POST', '/organisations', draft);
    expect((await send('admin', 'POST', '/organisations', draft)).body.code).toBe('identity.credit-code-taken');
    const other = { ...draft, creditCode: '91510000MJX9D2469K' };
    const code = async (change: object) =>
      (await send('admin', 'POST', '/organisations', { ...other, ...change })).body.code;
    expect(await code({ kind: 'circus' })).toBe('identity.unknown-kind');
    expect(await code({ divisionCode: '99' })).toBe('identity.unknown-division');
    expect(await code({ creditCode: '91510000MJX9D2469A' })).toBe('platform.bad-shape');
  });
});
