import { describe, expect, it, jest } from '@jest/globals';
import { Agent, request } from 'node:http';
import { DemoConfig } from '#libs/platform';
import { useSystem } from '#support/system';
import { createConnection } from 'mysql2/promise';
import { type Answer, RestClient } from './rest.client.js';

jest.setTimeout(120_000);
const system = await useSystem({ settings: { SANSHE_CLOCK: 'settable', SANSHE_TRUSTED_PROXIES: '127.0.0.1' } });
const PASSWORD = new DemoConfig().password;
const NEW = 'Long-Road-To-Xichang-9';

const nobody = RestClient.nobody(system.address);
const as = (login: string): Promise<RestClient> => RestClient.as(system.address, login);

interface Tokens {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly user: { readonly userId: number; readonly duties: readonly string[] };
}

/** Logs in as from that address, which the proxy of the test vouches for. */
const logIn = (login: string, password = PASSWORD, address = '10.52.7.19'): Promise<Answer<Tokens>> =>
  nobody.send<Tokens>('POST', '/sessions', {
    json: { login, password },
    headers: { 'x-forwarded-for': address },
  });

const bearing = ({ body }: Answer<Tokens>): RestClient => RestClient.bearing(system.address, body.accessToken);

async function idOf(login: string): Promise<number> {
  return (await logIn(login)).body.user.userId;
}

describe('ten thousand attempts to log in', () => {
  const ATTEMPTS = 10_000;
  const AT_ONCE = 50;
  const FLOOD = '203.0.113.7';
  const LOGINS = ['zhaojue.leader', 'nobody.at.all', 'admin'];

  /** Without fetch, which costs more than the answer. */
  function statusOf(agent: Agent, credentials: object): Promise<number> {
    const headers = { 'content-type': 'application/json', 'x-forwarded-for': FLOOD };
    return new Promise((resolve, reject) => {
      const sent = request(`${system.address}/api/v1/sessions`, { method: 'POST', agent, headers }, (answer) => {
        answer.resume().on('end', () => resolve(answer.statusCode ?? 0));
      });
      sent.on('error', reject).end(JSON.stringify(credentials));
    });
  }

  async function flood(): Promise<Map<number, number>> {
    const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
    const counts = new Map<number, number>();
    let next = 0;
    const guess = async (): Promise<void> => {
      for (let attempt = next++; attempt < ATTEMPTS; attempt = next++) {
        const login = LOGINS[attempt % LOGINS.length] ?? '';
        const status = await statusOf(agent, { login, password: `guess ${attempt}` });
        counts.set(status, (counts.get(status) ?? 0) + 1);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, guess));
    agent.destroy();
    return counts;
  }

  it('are answered within a minute, refused and recorded, and keep nobody else from working', async () => {
    const officer = await as('zhaojue.business');
    const start = performance.now();
    const [counts, during] = await Promise.all([flood(), officer.send('GET', '/me')]);
    expect(performance.now() - start).toBeLessThan(60_000);
    expect(during.status).toBe(200);
    expect(Object.fromEntries(counts)).toEqual({ 401: 10 * LOGINS.length, 429: ATTEMPTS - 10 * LOGINS.length });
    const connection = await createConnection(system.ownerUrl);
    const [rows] = await connection.query('SELECT COUNT(*) AS n FROM identity_login_log WHERE ip = ?', [FLOOD]);
    await connection.end();
    expect(rows).toEqual([{ n: ATTEMPTS }]);
  });

  it('lock the logins that they were for, and no other; an address that is claimed by the client counts for nothing', async () => {
    expect((await logIn('zhaojue.leader')).body.code).toBe('identity.login-throttled');
    expect((await logIn('zhaojue.head', PASSWORD, `${FLOOD}, 10.52.7.19`)).status).toBe(200);
  });
});

describe('a password that must be changed', () => {
  it('leaves nothing else to do, whatever the route', async () => {
    const admin = await as('pingchang.head');
    const id = await idOf('pingchang.business');
    expect((await admin.send('POST', `/users/${id}/password-demands`)).status).toBe(204);
    const tokens = await logIn('pingchang.business');
    expect(tokens.body.user.duties).toEqual(['password-change']);
    const officer = bearing(tokens);
    for (const path of ['/tasks', '/projects', '/notifications', '/live', '/sessions', '/about/none'])
      expect((await officer.send('GET', path)).status).toBe(path === '/about/none' ? 404 : 403);
    const weak = await officer.send('PUT', '/me/password', { json: { password: PASSWORD, newPassword: 'pingchang' } });
    expect(weak.body.errors?.map(({ field }) => field)).toContain('/newPassword');
    const json = { password: PASSWORD, newPassword: NEW };
    expect((await officer.send('PUT', '/me/password', { json })).status).toBe(204);
    const { refreshToken } = tokens.body;
    const fresh = await nobody.send<Tokens>('POST', '/sessions/refresh', { json: { refreshToken } });
    expect((await bearing(fresh).send('GET', '/tasks')).status).toBe(200);
  });
});

describe('a reset code', () => {
  it('is made by the head of the own organisation or of the superior one, and by nobody else', async () => {
    const id = await idOf('tongjiang.deputy');
    const path = `/users/${id}/reset-codes`;
    expect((await (await as('zhaojue.head')).send('POST', path)).status).toBe(404);
    expect((await (await as('tongjiang.business')).send('POST', path)).status).toBe(403);
    expect((await (await as('bazhong.head')).send('POST', path)).status).toBe(201);
    const issued = await (await as('tongjiang.head')).send<{ code: string }>('POST', path);
    const open = bearing(await logIn('tongjiang.deputy'));
    const json = { login: 'tongjiang.deputy', code: issued.body.code, newPassword: NEW };
    expect((await nobody.send('POST', '/password-resets', { json })).status).toBe(204);
    expect((await open.send('GET', '/me')).status).toBe(401);
    expect((await logIn('tongjiang.deputy', NEW)).status).toBe(200);
    expect((await nobody.send('POST', '/password-resets', { json })).status).toBe(422);
  });
});

describe('tokens', () => {
  it('stop as soon as their login is ended', async () => {
    const [mine, stolen] = [await logIn('tongjiang.leader'), await logIn('tongjiang.leader', PASSWORD, '203.0.113.9')];
    const { body } = await bearing(mine).send<{ ended: number }>('DELETE', '/sessions/others');
    expect(body.ended).toBe(1);
    expect((await bearing(stolen).send('GET', '/me')).body.code).toBe('identity.session-ended');
    const json = { refreshToken: stolen.body.refreshToken };
    expect((await nobody.send('POST', '/sessions/refresh', { json })).status).toBe(401);
    expect((await bearing(mine).send('GET', '/me')).status).toBe(200);
  });
});

describe('the command that verifies the logs', () => {
  it('finds every seal as it was made', async () => {
    const lines = (await system.cli('logs', 'verify')).trim().split('\n');
    expect(lines.map((line): unknown => JSON.parse(line))).toContainEqual(
      expect.objectContaining({ log: 'logins', broken: [] }),
    );
  });
});
