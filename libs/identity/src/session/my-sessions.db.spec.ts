import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { useDatabase } from '#support/database';
import { useRedis } from '#support/redis';
import { identitySchema } from '../identity.schema.js';
import type { UserRecord } from '../organisations/directory.records.js';
import { IdentityApp } from '../testing/identity.app.js';
import { anOrganisation, aUser } from '../testing.js';
import { RevokedFamilies } from './revoked.families.js';

const database = await useDatabase([identitySchema]);
const redis = await useRedis();

let identity: IdentityApp;
/** Another API process on the same database and Redis. */
let neighbour: IdentityApp;
let officer: UserRecord;

beforeAll(async () => {
  identity = await IdentityApp.start({ database, redis });
  neighbour = await IdentityApp.start({ database, redis });
});

beforeEach(async () => {
  identity.clock.offsetMs = 0;
  const bureau = await anOrganisation().insert(database.dataSource);
  officer = await aUser().of(bureau).withLogin('officer').insert(database.dataSource);
  await aUser().of(bureau).withLogin('colleague').insert(database.dataSource);
  const operator = await anOrganisation().ofKind('operator').in('51').insert(database.dataSource);
  await aUser().of(operator).withLogin('admin').withRoles('administrator').insert(database.dataSource);
  await Promise.all([identity.directory.reload(), neighbour.directory.reload()]);
});

afterAll(async () => {
  await neighbour.close();
  await identity.close();
});

interface Line {
  readonly family: number;
  readonly isCurrent: boolean;
  readonly browser: string | null;
}

async function sessionsOf(token: string): Promise<Line[]> {
  const { body } = await identity.call('GET', '/sessions', { token });
  return body as unknown as Line[];
}

const isIn = async (app: IdentityApp, token: string): Promise<boolean> =>
  (await app.call('GET', '/me', { token })).status === 200;

describe('my sessions', () => {
  it('are listed with device, address and last use, however often they were renewed', async () => {
    const { body } = await identity.call('POST', '/sessions', {
      body: { login: 'officer', password: 'Correct-Horse-7' },
      headers: { 'user-agent': 'Mozilla/5.0 (Windows NT 10.0) Chrome/141.0.0.0 Safari/537.36' },
    });
    const other = await identity.login();
    await identity.refresh(other.body.refreshToken);
    const list = await sessionsOf(body.accessToken);
    expect(list).toHaveLength(2);
    expect(list.find(({ isCurrent }) => isCurrent)).toMatchObject({
      browser: 'Chrome 141',
      system: 'Windows',
      ip: '127.0.0.1',
      usedAt: expect.any(String),
    });
  });

  it('end one by one; a token of an ended one stops at once', async () => {
    const [first, second, third] = [await identity.login(), await identity.login(), await identity.login()];
    const [, target] = (await sessionsOf(first.body.accessToken)).filter(({ isCurrent }) => !isCurrent);
    const end = (family: number | undefined) =>
      identity.call('DELETE', `/sessions/${family}`, { token: first.body.accessToken });
    expect((await end(target?.family)).status).toBe(204);
    expect(await isIn(identity, second.body.accessToken)).toBe(false);
    expect((await identity.refresh(second.body.refreshToken)).status).toBe(401);
    expect(await isIn(identity, third.body.accessToken)).toBe(true);
    expect((await end(target?.family)).body.code).toBe('identity.unknown-session');
  });

  it('end all but this one', async () => {
    const [first, second] = [await identity.login(), await identity.login()];
    const { body } = await identity.call('DELETE', '/sessions/others', { token: first.body.accessToken });
    expect(body['ended']).toBe(1);
    expect(await isIn(identity, first.body.accessToken)).toBe(true);
    expect(await isIn(identity, second.body.accessToken)).toBe(false);
  });

  it('are nobody else’s to end', async () => {
    const mine = await identity.login();
    const theirs = await identity.login('colleague');
    const [{ family } = { family: 0 }] = await sessionsOf(theirs.body.accessToken);
    const answer = await identity.call('DELETE', `/sessions/${family}`, { token: mine.body.accessToken });
    expect(answer.status).toBe(404);
    expect(await isIn(identity, theirs.body.accessToken)).toBe(true);
  });

  it('are shown to and ended by an administrator', async () => {
    const mine = await identity.login();
    const { body: admin } = await identity.login('admin');
    const path = `/users/${officer.id}/sessions`;
    expect((await identity.call('GET', path, { token: admin.accessToken })).body).toHaveLength(1);
    expect((await identity.call('GET', path, { token: mine.body.accessToken })).status).toBe(403);
    expect((await identity.call('DELETE', path, { token: admin.accessToken })).body['ended']).toBe(1);
    expect(await isIn(identity, mine.body.accessToken)).toBe(false);
  });
});

describe('an ended session', () => {
  it('stops in the other processes with their next look at the table', async () => {
    const { body } = await identity.login();
    expect(await isIn(neighbour, body.accessToken)).toBe(true);
    await identity.call('DELETE', '/sessions/current', { token: body.accessToken });
    expect(await isIn(identity, body.accessToken)).toBe(false);
    await neighbour.app.get(RevokedFamilies).refresh();
    expect(await isIn(neighbour, body.accessToken)).toBe(false);
  });

  it('of a stolen refresh token takes the thief’s access token with it', async () => {
    const first = await identity.login();
    const thief = await identity.refresh(first.body.refreshToken);
    identity.clock.offsetMs = 11_000;
    expect((await identity.refresh(first.body.refreshToken)).body.code).toBe('identity.token-reused');
    expect(await isIn(identity, thief.body.accessToken)).toBe(false);
  });
});

describe('the lock', () => {
  it('holds in every process, for logins that do not exist too, and blanks do not get around it', async () => {
    for (const login of ['officer', 'nobody']) {
      for (let attempt = 0; attempt < 10; attempt += 1)
        await (attempt % 2 === 0 ? identity : neighbour).login(`${login}${' '.repeat(attempt)}`, 'wrong');
      const answers = [await identity.login(login), await neighbour.login(` ${login} `)];
      expect(answers).toMatchObject([{ status: 429 }, { status: 429, body: { details: { reason: 'login' } } }]);
    }
  });

  it('is not more for a login in other letters', async () => {
    for (const login of ['ｏｆｆｉｃｅｒ', 'OFFICER', '管理员'])
      expect((await identity.login(login)).body.code).toBe('identity.bad-credentials');
  });
});
