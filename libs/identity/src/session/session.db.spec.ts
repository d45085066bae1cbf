import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Controller, Get, Global, Module, ValidationPipe } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import {
  BadShapeError,
  connectRedis,
  createLogger,
  DirectoriesConfig,
  Environment,
  IdAllocator,
  LogConfig,
  LOGGER,
  ProblemFilter,
  REDIS,
  RedisConfig,
  SecretsConfig,
  SystemClock,
} from '#libs/platform';
import { useDatabase } from '#support/database';
import { useRedis } from '#support/redis';
import type { Redis } from 'ioredis';
import { DataSource } from 'typeorm';
import { DivisionTree } from '../divisions/division.tree.js';
import { IdentityModule } from '../identity.module.js';
import { identitySchema } from '../identity.schema.js';
import { OrganisationDirectory } from '../organisations/organisation.directory.js';
import { anOrganisation, aUser, TEST_PASSWORD } from '../testing.js';
import { IdentityGuard } from './identity.guard.js';
import { Requires } from './requires.decorator.js';

const database = await useDatabase([identitySchema]);
const redis = await useRedis();

class MovableClock extends SystemClock {
  offsetMs = 0;

  override now(): Date {
    return new Date(super.now().getTime() + this.offsetMs);
  }
}

@Controller('probe')
class ProbeController {
  @Get()
  @Requires('operations.manage')
  probe(): { reached: boolean } {
    return { reached: true };
  }
}

const SECRET = 'a secret for specs, long enough to be taken';
const clock = new MovableClock();
const environment = new Environment({
  SANSHE_TOKEN_SECRET: SECRET,
  SANSHE_REDIS_URL: redis.url,
  SANSHE_LOG_LEVEL: 'silent',
});
let connection: Redis;

async function startApp(): Promise<NestFastifyApplication> {
  const ids = new IdAllocator(database.dataSource);
  await ids.ensure();
  const redisConfig = new RedisConfig(environment);
  connection = connectRedis(redisConfig);
  const provided = [
    { provide: DataSource, useValue: database.dataSource },
    { provide: IdAllocator, useValue: ids },
    { provide: SystemClock, useValue: clock },
    { provide: SecretsConfig, useValue: new SecretsConfig(environment) },
    { provide: DirectoriesConfig, useValue: new DirectoriesConfig(environment) },
    { provide: RedisConfig, useValue: redisConfig },
    { provide: REDIS, useValue: connection },
    { provide: LOGGER, useValue: createLogger(new LogConfig(environment)) },
    { provide: APP_GUARD, useExisting: IdentityGuard },
    { provide: APP_FILTER, useClass: ProblemFilter },
  ];
  @Global()
  @Module({ providers: provided, exports: provided.slice(0, 8) })
  class Floor {}
  const module = await Test.createTestingModule({
    imports: [Floor, IdentityModule],
    controllers: [ProbeController],
  }).compile();
  const app = module.createNestApplication<NestFastifyApplication>(new FastifyAdapter());
  app.useGlobalPipes(
    new ValidationPipe({
      whitelist: true,
      forbidNonWhitelisted: true,
      exceptionFactory: (errors) => new BadShapeError(errors),
    }),
  );
  // Jest cannot load what Fastify's inject() needs, so the spec goes over a real socket.
  await app.listen(0, '127.0.0.1');
  return app;
}

interface Answer {
  readonly status: number;
  readonly body: {
    readonly code?: string;
    readonly accessToken: string;
    readonly refreshToken: string;
    readonly user: Record<string, unknown>;
    readonly [key: string]: unknown;
  };
}

let app: NestFastifyApplication;
let directory: OrganisationDirectory;
let address: string;

async function call(
  method: 'GET' | 'POST' | 'DELETE',
  url: string,
  options: { body?: object; token?: string } = {},
): Promise<Answer> {
  const answer = await fetch(new URL(url, address), {
    method,
    headers: {
      ...(options.body && { 'content-type': 'application/json' }),
      ...(options.token !== undefined && { authorization: `Bearer ${options.token}` }),
    },
    ...(options.body && { body: JSON.stringify(options.body) }),
  });
  const text = await answer.text();
  const body = JSON.parse(text === '' ? '{}' : text) as Answer['body']; // The spec asserts what it needs of it.
  return { status: answer.status, body };
}

const login = (name = 'officer', password = TEST_PASSWORD): Promise<Answer> =>
  call('POST', '/sessions', { body: { login: name, password } });
const refresh = (refreshToken: string): Promise<Answer> =>
  call('POST', '/sessions/refresh', { body: { refreshToken } });

async function outcomes(): Promise<string[]> {
  const rows: { outcome: string }[] = await database.dataSource.query(
    'SELECT outcome FROM identity_login_log ORDER BY id',
  );
  return rows.map((row) => row.outcome);
}

beforeAll(async () => {
  app = await startApp();
  address = await app.getUrl();
  directory = app.get(OrganisationDirectory);
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
  await app.close();
  connection.disconnect();
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
  const forge = (claims: object, { secret = SECRET, alg = 'HS256' } = {}): string => {
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
    await app.get(DivisionTree).load();
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
