import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { useDatabase } from '#support/database';
import { useRedis } from '#support/redis';
import { identitySchema } from '../identity.schema.js';
import { codeAt } from '../second-factor/authenticator.js';
import { Browser } from '../testing/browser.js';
import { type Answer, IdentityApp } from '../testing/identity.app.js';
import { TestIssuer } from '../testing/test.issuer.js';
import { anOrganisation, aUser, TEST_PASSWORD } from '../testing.js';

const database = await useDatabase([identitySchema]);
const redis = await useRedis();

/** The issuer must know the address of the application before it starts. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // it listens on a port
  await new Promise((resolve) => server.close(resolve));
  return port;
}

const port = await freePort();
const address = `http://127.0.0.1:${port}`;
const at = (path: string): string => `${address}/single-sign-on${path}`;

let issuer: TestIssuer;
let identity: IdentityApp;
let browser: Browser;

beforeAll(async () => {
  issuer = await TestIssuer.start(at('/callback'));
  const settings = { ...issuer.settings, SANSHE_PUBLIC_URL: address };
  identity = await IdentityApp.start({ database, redis }, { settings, port });
});

beforeEach(async () => {
  identity.clock.offsetMs = 0;
  issuer.signsIn = 'officer';
  browser = new Browser();
  const bureau = await anOrganisation().insert(database.dataSource);
  await aUser().of(bureau).withLogin('officer').withRoles('business-officer').insert(database.dataSource);
  await identity.directory.reload();
});

afterAll(async () => {
  await identity.close();
  await issuer.stop();
});

const signIn = (from = ''): Promise<URL> =>
  browser.followUntil(at(`/start${from === '' ? '' : `?from=${encodeURIComponent(from)}`}`), '/login');
const exchange = (code?: string): Promise<Answer> => browser.post(at('/session'), code === undefined ? {} : { code });

describe('single sign-on', () => {
  it('brings a user back to the page, with a ticket that is exchanged once', async () => {
    const page = await signIn('/projects/17?task=3');
    expect(page.search).toBe('?ticket=ready&from=%2Fprojects%2F17%3Ftask%3D3');
    const ticket = browser.value('sanshe_ticket') ?? '';
    const { status, body } = await exchange();
    expect([status, body.user['login']]).toEqual([200, 'officer']);
    expect((await identity.call('GET', '/me', { token: body.accessToken })).status).toBe(200);
    expect(browser.value('sanshe_ticket')).toBeUndefined();
    const stolen = await identity.call('POST', '/single-sign-on/session', {
      body: {},
      headers: { cookie: `sanshe_ticket=${ticket}` },
    });
    expect(stolen).toMatchObject({ status: 401, body: { code: 'identity.sign-in-expired' } });
    expect(await identity.outcomes()).toEqual(['succeeded']);
  });

  it('asks the issuer with code, PKCE, state and nonce', async () => {
    const response = await browser.visit(at('/start'));
    const asked = new URL(response.headers.get('location') ?? '').searchParams;
    expect(Object.fromEntries(asked)).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      code_challenge: expect.any(String),
      state: expect.any(String),
      nonce: expect.any(String),
    });
    expect(response.headers.get('set-cookie')).toMatch(/Path=\/single-sign-on; Max-Age=600; HttpOnly; SameSite=Lax/);
    expect(browser.value('sanshe_sign_in')).not.toContain(asked.get('state'));
  });

  it.each(['https://evil.example/', '//evil.example', '/\\evil.example', '/%09/evil.example\r\n'])(
    'does not lead on to %j',
    async (from) => {
      const page = await signIn(from);
      expect(page.searchParams.get('from')).toMatch(/^\/(?:%09\/|$)/);
      expect(new URL(page.searchParams.get('from') ?? '', address).host).toBe(new URL(address).host);
    },
  );

  it.each([
    ['stranger', 'unknown-user', 'unknown-login'],
    ['nameless', 'refused', 'sign-in-refused'],
  ])('gives %s no account', async (who, refusal, outcome) => {
    issuer.signsIn = who;
    expect((await signIn()).search).toBe(`?refused=${refusal}`);
    expect((await exchange()).status).toBe(401);
    expect(await identity.outcomes()).toEqual([outcome]);
  });

  it('refuses a disabled user', async () => {
    await database.dataSource.query("UPDATE identity_user SET status = 'disabled' WHERE login = 'officer'");
    await identity.directory.reload();
    expect((await signIn()).search).toBe('?refused=disabled');
  });

  it('asks for the second factor that the account has', async () => {
    const { body } = await identity.login();
    const token = body.accessToken;
    const begun = await identity.call('POST', '/me/second-factor', { token, body: { password: TEST_PASSWORD } });
    const secret = String(begun.body['secret']);
    const code = codeAt(secret, identity.clock.now());
    await identity.call('POST', '/me/second-factor/confirmation', { token, body: { code } });
    await signIn();
    expect((await exchange()).body.code).toBe('identity.code-required');
    expect((await exchange('000000')).body.code).toBe('identity.wrong-code');
    identity.clock.offsetMs = 30_000;
    expect((await exchange(codeAt(secret, identity.clock.now()))).status).toBe(200);
  });
});

describe('a sign-in that was tampered with', () => {
  /** The browser has come back from the issuer, and the answer has not been handed in yet. */
  const answer = (): Promise<URL> => browser.followUntil(at('/start'), '/single-sign-on/callback');

  async function handIn(url: URL): Promise<string | null> {
    const response = await browser.visit(url);
    expect(response.status).toBe(302);
    return new URL(response.headers.get('location') ?? '', address).searchParams.get('refused');
  }

  it.each([
    ['another state', (url: URL) => url.searchParams.set('state', 'made-up')],
    ['no state', (url: URL) => url.searchParams.delete('state')],
    ['another code', (url: URL) => url.searchParams.set('code', 'made-up')],
    ['another issuer', (url: URL) => url.searchParams.set('iss', 'https://evil.example')],
    ['a refusal', (url: URL) => url.searchParams.set('error', 'access_denied')],
  ])('by %s is refused', async (_, tamper) => {
    const url = await answer();
    tamper(url);
    expect(await handIn(url)).toBe('refused');
    expect(browser.value('sanshe_ticket')).toBeUndefined();
  });

  it('by the code of another sign-in is refused', async () => {
    const [thief, victim] = [await answer(), browser];
    browser = new Browser();
    const url = await answer();
    url.searchParams.set('code', thief.searchParams.get('code') ?? '');
    expect(await handIn(url)).toBe('refused');
    expect(victim.value('sanshe_ticket')).toBeUndefined();
  });

  it('is refused in another browser, and with a cookie that is not ours', async () => {
    const url = await answer();
    const sealed = browser.value('sanshe_sign_in') ?? '';
    expect(await new Browser().visit(url).then(({ headers }) => headers.get('location'))).toBe(
      '/login?refused=expired',
    );
    browser.set('sanshe_sign_in', `${sealed.slice(0, -4)}AAAA`);
    expect(await handIn(url)).toBe('expired');
  });

  it('is refused when the answer is handed in twice', async () => {
    const url = await answer();
    const sealed = browser.value('sanshe_sign_in') ?? '';
    expect(await handIn(url)).toBeNull();
    const replay = await fetch(url, { headers: { cookie: `sanshe_sign_in=${sealed}` }, redirect: 'manual' });
    expect(replay.headers.get('location')).toBe('/login?refused=refused');
  });

  it('is refused after ten minutes, and a ticket after five', async () => {
    const url = await answer();
    identity.clock.offsetMs = 601_000;
    expect(await handIn(url)).toBe('expired');
    identity.clock.offsetMs = 0;
    await signIn();
    identity.clock.offsetMs = 301_000;
    expect((await exchange()).body.code).toBe('identity.sign-in-expired');
  });
});

describe('an installation without an issuer', () => {
  it('has no single sign-on, and says so', async () => {
    const without = await IdentityApp.start({ database, redis });
    expect((await without.call('GET', '/single-sign-on')).body).toEqual({ title: null });
    expect(await without.call('GET', '/single-sign-on/start')).toMatchObject({
      status: 404,
      body: { code: 'identity.single-sign-on-off' },
    });
    expect((await without.call('GET', '/single-sign-on/callback?code=x&state=y')).headers.get('location')).toBe(
      '/login?refused=expired',
    );
    await without.close();
  });

  it('leads back to the login page when the issuer does not answer', async () => {
    const settings = { SANSHE_OIDC_ISSUER: 'http://127.0.0.1:1', SANSHE_OIDC_CLIENT_SECRET: 'x' };
    const broken = await IdentityApp.start({ database, redis }, { settings });
    const { headers } = await broken.call('GET', '/single-sign-on/start');
    expect(headers.get('location')).toBe('/login?refused=unreachable');
    await broken.close();
  });
});
