import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { useDatabase } from '#support/database';
import { useRedis } from '#support/redis';
import { identitySchema } from '../identity.schema.js';
import { withRoles } from '../testing/changed.roles.js';
import { type Answer, IdentityApp } from '../testing/identity.app.js';
import { anOrganisation, aUser, TEST_PASSWORD } from '../testing.js';
import { codeAt } from './authenticator.js';

const database = await useDatabase([identitySchema]);
const redis = await useRedis();
const STEP_MS = 30_000;

const configDir = withRoles({
  auditor: { secondFactor: 'required' },
  'supervision-officer': { permissions: ['identity.security'] },
});
let identity: IdentityApp;

beforeAll(async () => {
  identity = await IdentityApp.start({ database, redis }, { settings: { SANSHE_CONFIG_DIR: configDir } });
});

beforeEach(async () => {
  identity.clock.offsetMs = 0;
  const bureau = await anOrganisation().insert(database.dataSource);
  await aUser().of(bureau).withLogin('officer').withRoles('business-officer').insert(database.dataSource);
  await aUser().of(bureau).withLogin('auditor').withRoles('auditor').insert(database.dataSource);
  await aUser().of(bureau).withLogin('security').withRoles('supervision-officer').insert(database.dataSource);
  await identity.directory.reload();
});

afterAll(async () => {
  await identity.close();
});

const post = (token: string, path: string, body: object): Promise<Answer> =>
  identity.call('POST', `/me/second-factor${path}`, { token, body });
const codeNow = (secret: string): string => codeAt(secret, identity.clock.now());
const nextCode = (secret: string): string => {
  identity.clock.offsetMs += STEP_MS;
  return codeNow(secret);
};

interface SetUp {
  readonly token: string;
  readonly refreshToken: string;
  readonly secret: string;
  readonly recoveryCodes: readonly string[];
}

async function setUp(login = 'officer'): Promise<SetUp> {
  const { body } = await identity.login(login);
  const token = body.accessToken;
  const begun = await post(token, '', { password: TEST_PASSWORD });
  const secret = String(begun.body['secret']);
  const confirmed = await post(token, '/confirmation', { code: codeNow(secret) });
  expect([begun.status, confirmed.status]).toEqual([201, 200]);
  const { recoveryCodes } = confirmed.body as unknown as { recoveryCodes: string[] };
  return { token, refreshToken: body.refreshToken, secret, recoveryCodes };
}

describe('setting up', () => {
  it('asks for the password and for a first code, and keeps the secret sealed', async () => {
    const { body } = await identity.login();
    expect((await post(body.accessToken, '', { password: 'wrong' })).body.code).toBe('identity.wrong-password');
    const begun = await post(body.accessToken, '', { password: TEST_PASSWORD });
    expect(begun.body['uri']).toMatch(/^otpauth:\/\/totp\/.*officer\?.*secret=[A-Z2-7]{32}/);
    expect((await identity.login()).status).toBe(200);
    const wrong = await post(body.accessToken, '/confirmation', { code: '000000' });
    expect(wrong).toMatchObject({ status: 422, body: { code: 'identity.wrong-code' } });
    const rows: unknown[] = await database.dataSource.query('SELECT * FROM identity_second_factor');
    expect(JSON.stringify(rows)).not.toContain(begun.body['secret']);
  });

  it('is refused twice, and codes cannot be proved before', async () => {
    const { token, secret } = await setUp();
    expect((await post(token, '', { password: TEST_PASSWORD })).body.code).toBe('identity.second-factor-stands');
    expect((await post(token, '/confirmation', { code: nextCode(secret) })).status).toBe(409);
    const { body } = await identity.login('auditor');
    expect((await post(body.accessToken, '/confirmation', { code: '123456' })).body.code).toBe(
      'identity.no-second-factor',
    );
  });
});

describe('logging in with a second factor', () => {
  it('asks for the code after the right password only', async () => {
    const { secret } = await setUp();
    expect((await identity.login('officer', 'wrong')).body.code).toBe('identity.bad-credentials');
    expect(await identity.login()).toMatchObject({ status: 401, body: { code: 'identity.code-required' } });
    expect((await identity.login('officer', TEST_PASSWORD, '000000')).body.code).toBe('identity.wrong-code');
    expect((await identity.login('officer', TEST_PASSWORD, nextCode(secret))).status).toBe(200);
    expect((await identity.outcomes()).slice(-3)).toEqual(['code-asked', 'wrong-code', 'succeeded']);
  });

  it('takes no code twice, also when many try at once', async () => {
    const { secret } = await setUp();
    const used = codeNow(secret);
    expect((await identity.login('officer', TEST_PASSWORD, used)).body.code).toBe('identity.wrong-code');
    const code = nextCode(secret);
    const answers = await Promise.all(Array.from({ length: 5 }, () => identity.login('officer', TEST_PASSWORD, code)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it('takes the code of a phone that is half a minute late, and none that is older', async () => {
    const { secret } = await setUp();
    const late = codeAt(secret, new Date(identity.clock.now().getTime() + 2 * STEP_MS));
    identity.clock.offsetMs += 3 * STEP_MS;
    expect((await identity.login('officer', TEST_PASSWORD, late)).status).toBe(200);
    const old = codeAt(secret, new Date(identity.clock.now().getTime() + STEP_MS));
    identity.clock.offsetMs += 4 * STEP_MS;
    expect((await identity.login('officer', TEST_PASSWORD, old)).body.code).toBe('identity.wrong-code');
  });

  it('locks whoever guesses codes, although the password is right each time', async () => {
    const { secret } = await setUp();
    for (let attempt = 0; attempt < 10; attempt += 1) {
      expect((await identity.login()).body.code).toBe('identity.code-required');
      const guess = await identity.login('officer', TEST_PASSWORD, `00000${attempt}`);
      expect(guess.body.code).toBe('identity.wrong-code');
    }
    expect((await identity.login('officer', TEST_PASSWORD, nextCode(secret))).status).toBe(429);
  });

  it('takes each recovery code once', async () => {
    const { recoveryCodes } = await setUp();
    const [first = '', second = ''] = recoveryCodes;
    expect(new Set(recoveryCodes).size).toBe(10);
    expect((await identity.login('officer', TEST_PASSWORD, first.toLowerCase())).status).toBe(200);
    expect((await identity.login('officer', TEST_PASSWORD, first)).body.code).toBe('identity.wrong-code');
    const { body } = await identity.login('officer', TEST_PASSWORD, second);
    const state = await identity.call('GET', '/me/second-factor', { token: body.accessToken });
    expect(state.body).toEqual({ isOn: true, isRequired: false, recoveryCodesLeft: 8 });
    const renewed = await post(body.accessToken, '/recovery-codes', { password: TEST_PASSWORD });
    expect(renewed.body['recoveryCodes']).toHaveLength(10);
    expect((await identity.login('officer', TEST_PASSWORD, recoveryCodes[2])).body.code).toBe('identity.wrong-code');
  });
});

describe('a role that requires it', () => {
  it('leaves nothing but setting it up until it is done, and cannot be rid of it', async () => {
    const before = await identity.login('auditor');
    expect(before.body.user['duties']).toEqual(['second-factor']);
    expect((await identity.call('GET', '/sessions', { token: before.body.accessToken })).body.code).toBe(
      'identity.second-factor-setup-required',
    );
    const { refreshToken } = await setUp('auditor');
    const { body } = await identity.refresh(refreshToken);
    expect((await identity.call('GET', '/sessions', { token: body.accessToken })).status).toBe(200);
    expect(await post(body.accessToken, '/removal', { password: TEST_PASSWORD })).toMatchObject({
      status: 403,
      body: { code: 'identity.second-factor-required-by-role' },
    });
  });
});

describe('taking it away', () => {
  it('is one’s own decision, with the password', async () => {
    const { token } = await setUp();
    expect((await post(token, '/removal', { password: 'wrong' })).status).toBe(422);
    expect((await post(token, '/removal', { password: TEST_PASSWORD })).status).toBe(204);
    expect((await identity.login()).status).toBe(200);
    expect((await post(token, '/removal', { password: TEST_PASSWORD })).body.code).toBe('identity.no-second-factor');
  });
});

describe('the security administrator', () => {
  async function as(login: string): Promise<(path: string) => Promise<Answer>> {
    const { body } = await identity.login(login);
    return (path) => identity.call('DELETE', path, { token: body.accessToken });
  }

  const idOf = (login: string): number => identity.directory.byLogin(login)?.id ?? 0;

  it('takes away what was lost; whoever has no such permission does not', async () => {
    await setUp();
    const path = `/users/${idOf('officer')}/second-factor`;
    expect((await (await as('auditor'))(path)).status).toBe(403);
    const remove = await as('security');
    expect((await remove(path)).status).toBe(204);
    expect((await identity.login()).status).toBe(200);
    expect((await remove(path)).body.code).toBe('identity.no-second-factor');
    expect((await remove(`/users/${idOf('security')}/second-factor`)).body.code).toBe('identity.own-account');
    expect((await remove('/users/1/second-factor')).body.code).toBe('identity.unknown-user');
  });

  it('lets somebody in again who is locked out', async () => {
    for (let attempt = 0; attempt < 10; attempt += 1) await identity.login('officer', 'wrong');
    expect((await identity.login()).status).toBe(429);
    expect((await (await as('security'))(`/users/${idOf('officer')}/lockout`)).status).toBe(204);
    expect((await identity.login()).status).toBe(200);
    const [line] = await database.dataSource.query('SELECT operation, subject_id FROM identity_operation_log');
    expect(line).toEqual({ operation: 'login-unlocked', subject_id: idOf('officer') });
  });
});
