import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Controller, Get } from '@nestjs/common';
import { useDatabase } from '#support/database';
import { useRedis } from '#support/redis';
import { DivisionTree } from '../divisions/division.tree.js';
import { identitySchema } from '../identity.schema.js';
import type { OrganisationDirectory } from '../organisations/organisation.directory.js';
import { type Answer, IdentityApp, type MovableClock, type Sent, TEST_TOKEN_SECRET } from '../testing/identity.app.js';
import { anOrganisation, aUser, TEST_PASSWORD } from '../testing.js';
import { Requires } from './requires.decorator.js';

const database = await useDatabase([identitySchema]);
const redis = await useRedis();

@Controller('probe')
class ProbeController {
  @Get()
  @Requires('operations.manage')
  probe(): { reached: boolean } {
    return { reached: true };
  }
}

let identity: IdentityApp;
let directory: OrganisationDirectory;
let clock: MovableClock;

const call = (method: 'GET' | 'POST' | 'DELETE', url: string, sent?: Sent): Promise<Answer> =>
  identity.call(method, url, sent);
const login = (name = 'officer', password = TEST_PASSWORD): Promise<Answer> => identity.login(name, password);
const refresh = (refreshToken: string): Promise<Answer> => identity.refresh(refreshToken);
const outcomes = (): Promise<string[]> => identity.outcomes();

beforeAll(async () => {
  identity = await IdentityApp.start({ database, redis }, { controllers: [ProbeController] });
  ({ directory, clock } = identity);
});

beforeEach(async () => {
  clock.offsetMs = 0;
  const bureau = await anOrganisation()
    .ofKind('civil-affairs')
    .in('513431')
    .named('某县民政局')
    .insert(database.dataSource);
  await aUser().of(bureau).withLogin('officer').withRoles('business-officer').insert(database.dataSource);
  const operator = await anOrganisation().ofKind('operator').in('51').insert(database.dataSource);
  await aUser().of(operator).withLogin('admin').withRoles('administrator').insert(database.dataSource);
  await directory.reload();
});

afterAll(async () => {
  await identity.close();
});

describe('logging in', () => {
  it('gives tokens and says who one is', async () => {
    const { status, body } = await login();
    expect(status).toBe(200);
    expect(body.user).toMatchObject({
      login: 'officer',
      roles: ['business-officer'],
      roleTitles: ['业务股经办'],
      permissions: expect.arrayContaining(['projects.start']),
      organisationName: '某县民政局',
      divisionCode: '513431',
    });
    const me = await call('GET', '/me', { token: body.accessToken });
    expect(me.body).toEqual(body.user);
    expect(await outcomes()).toEqual(['succeeded']);
  });

  it('refuses a wrong password and an unknown login in the same words', async () => {
    const wrong = await login('officer', 'wrong');
    const unknown = await login('nobody', 'wrong');
    expect(wrong.status).toBe(401);
    expect(wrong.body.code).toBe('identity.bad-credentials');
    expect({ ...unknown.body }).toEqual({ ...wrong.body });
    expect(await outcomes()).toEqual(['wrong-password', 'unknown-login']);
  });

  it('names the field that is missing, too long or unknown', async () => {
    const { status, body } = await call('POST', '/sessions', { body: { login: 'x'.repeat(65), extra: 1 } });
    expect(status).toBe(400);
    expect(JSON.stringify(body)).toMatch(/\/login.*\/password|\/password.*\/login/);
    expect(JSON.stringify(body)).toContain('/extra');
  });

  it('slows down guessing before it hashes, and forgets after a success', async () => {
    for (let attempt = 0; attempt < 9; attempt += 1) expect((await login('officer', 'wrong')).status).toBe(401);
    expect((await login()).status).toBe(200);
    for (let attempt = 0; attempt < 10; attempt += 1) expect((await login('officer', 'wrong')).status).toBe(401);
    const refused = await login();
    expect(refused).toMatchObject({ status: 429, body: { code: 'identity.login-throttled' } });
    expect((await login('admin')).status).toBe(200);
    expect((await outcomes()).filter((outcome) => outcome === 'throttled')).toHaveLength(1);
  });

  it('refuses a disabled account, and its tokens too', async () => {
    const { body } = await login();
    await database.dataSource.query("UPDATE identity_user SET status = 'disabled' WHERE login = 'officer'");
    await directory.reload();
    expect((await login()).body.code).toBe('identity.account-disabled');
    expect((await call('GET', '/me', { token: body.accessToken })).body.code).toBe('identity.account-disabled');
    expect((await refresh(body.refreshToken)).body.code).toBe('identity.account-disabled');
  });

  it('keeps the log append-only for the application', async () => {
    await login();
    await expect(database.dataSource.query('DELETE FROM identity_login_log')).rejects.toThrow(/denied/);
    await expect(database.dataSource.query("UPDATE identity_login_log SET outcome = 'x'")).rejects.toThrow(/denied/);
  });
});

describe('refreshing', () => {
  it('exchanges a token for its successor, again and again', async () => {
    const first = await login();
    const second = await refresh(first.body.refreshToken);
    const third = await refresh(second.body.refreshToken);
    expect([second.status, third.status]).toEqual([200, 200]);
    expect(new Set([first, second, third].map(({ body }) => body.refreshToken)).size).toBe(3);
    expect((await call('GET', '/me', { token: third.body.accessToken })).status).toBe(200);
  });

  it('revokes the whole family when an exchanged token is used again', async () => {
    const first = await login();
    const other = await login();
    const second = await refresh(first.body.refreshToken);
    clock.offsetMs = 11_000;
    expect((await refresh(first.body.refreshToken)).body.code).toBe('identity.token-reused');
    expect((await refresh(second.body.refreshToken)).body.code).toBe('identity.session-ended');
    expect((await refresh(other.body.refreshToken)).status).toBe(200);
    expect(await outcomes()).toContain('token-reused');
  });

  it('takes two tabs that refresh together for what they are', async () => {
    const first = await login();
    const answers = await Promise.all([refresh(first.body.refreshToken), refresh(first.body.refreshToken)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const winner = answers.find(({ status }) => status === 200);
    expect((await refresh(winner?.body.refreshToken ?? '')).status).toBe(200);
  });

  it('refuses tokens that are unknown, too old or logged out', async () => {
    expect((await refresh('made-up')).body.code).toBe('identity.session-ended');
    const old = await login();
    clock.offsetMs = 15 * 86_400_000;
    expect((await refresh(old.body.refreshToken)).body.code).toBe('identity.session-ended');
    clock.offsetMs = 0;
    const { body } = await login();
    expect((await call('DELETE', '/sessions/current', { token: body.accessToken })).status).toBe(204);
    expect((await refresh(body.refreshToken)).body.code).toBe('identity.session-ended');
    expect(await outcomes()).toContain('logged-out');
  });
});

describe('the guard', () => {
  const forge = (claims: object, { secret = TEST_TOKEN_SECRET, alg = 'HS256' } = {}): string => {
    const head = [{ alg, typ: 'JWT' }, claims]
      .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
      .join('.');
    return `${head}.${createHmac('sha256', secret).update(head).digest('base64url')}`;
  };

  it('lets nobody in without a token', async () => {
    expect(await call('GET', '/me')).toMatchObject({ status: 401, body: { code: 'identity.not-logged-in' } });
  });

  it.each(['', 'x', 'a.b', 'a.b.c', 'a.b.c.d'])('refuses the token "%s"', async (token) => {
    expect((await call('GET', '/me', { token })).status).toBe(401);
  });

  it('refuses forged, unsigned and foreign tokens', async () => {
    const { body } = await login();
    const payload: unknown = JSON.parse(
      Buffer.from(body.accessToken.split('.')[1] ?? '', 'base64url').toString('utf8'),
    );
    const claims = { ...(payload as object) };
    expect((await call('GET', '/me', { token: forge(claims) })).status).toBe(200);
    for (const token of [
      forge(claims, { secret: 'another secret' }),
      forge(claims, { alg: 'none' }),
      forge({ ...claims, iss: 'elsewhere' }),
      forge({ ...claims, roles: 'administrator' }),
      `${body.accessToken.slice(0, -2)}AA`,
    ]) {
      expect((await call('GET', '/me', { token })).status).toBe(401);
    }
  });

  it('refuses a token after a quarter of an hour, seen before or not', async () => {
    const seen = await login();
    const unseen = await login();
    expect((await call('GET', '/me', { token: seen.body.accessToken })).status).toBe(200);
    clock.offsetMs = 15 * 60_000 + 1;
    for (const { body } of [seen, unseen]) {
      const answer = await call('GET', '/me', { token: body.accessToken });
      expect(answer).toMatchObject({ status: 401, body: { details: { reason: 'expired' } } });
    }
  });

  it('asks for the permission that a route names', async () => {
    const officer = await login();
    const admin = await login('admin');
    expect(await call('GET', '/probe', { token: officer.body.accessToken })).toMatchObject({
      status: 403,
      body: { code: 'identity.permission-missing' },
    });
    expect((await call('GET', '/probe', { token: admin.body.accessToken })).body).toEqual({ reached: true });
  });
});

describe('the directory', () => {
  it('shows organisations and divisions to whoever is logged in', async () => {
    await database.dataSource.query(
      `INSERT INTO identity_division (code, name, level, parent_code, is_special)
       VALUES ('51', '四川省', 'province', NULL, 0), ('5134', '凉山彝族自治州', 'city', '51', 0)`,
    );
    await identity.app.get(DivisionTree).load();
    const { body } = await login();
    const token = body.accessToken;
    const id = Number(body.user['organisationId']);
    expect((await call('GET', `/organisations/${id}`, { token })).body).toMatchObject({
      name: '某县民政局',
      kindTitle: '民政部门',
    });
    expect((await call('GET', '/organisations?kind=civil-affairs', { token })).body).toHaveLength(1);
    expect((await call('GET', '/organisations/9', { token })).body.code).toBe('identity.unknown-organisation');
    expect((await call('GET', '/organisations/x', { token })).status).toBe(400);
    expect((await call('GET', '/divisions?parent=51', { token })).body).toMatchObject([
      { code: '5134', level: 'city' },
    ]);
    expect((await call('GET', '/divisions?parent=99', { token })).body.code).toBe('identity.unknown-division');
    expect((await call('GET', '/divisions?parent=5a', { token })).status).toBe(400);
    expect((await call('GET', '/divisions/5134', { token })).body).toMatchObject({ name: '凉山彝族自治州' });
  });

  it('sees what another process wrote, at the next round', async () => {
    const before = directory.byKindAt('finance', '513431');
    const finance = await anOrganisation().ofKind('finance').in('513431').insert(database.dataSource);
    await directory.refresh();
    expect([before.length, directory.byKindAt('finance', '513431').map(({ id }) => id)]).toEqual([0, [finance.id]]);
    const clerk = await aUser().of(finance).withLogin('clerk').withRoles('head').insert(database.dataSource);
    await directory.refresh();
    expect(directory.members(finance.id, 'head').map(({ id }) => id)).toEqual([clerk.id]);
    await aUser().of(finance).withLogin('clerk').withRoles('leader').insert(database.dataSource);
    await directory.refresh();
    expect(directory.members(finance.id, 'head')).toEqual([]);
    expect(directory.members(finance.id, 'leader').map(({ id }) => id)).toEqual([clerk.id]);
  });
});
