import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { IdAllocator } from '#libs/platform';
import { useDatabase } from '#support/database';
import { useRedis } from '#support/redis';
import { identitySchema } from '../identity.schema.js';
import type { UserRecord } from '../organisations/directory.records.js';
import { DirectoryWriter } from '../organisations/directory.writer.js';
import { IdentityApp } from '../testing/identity.app.js';
import { anOrganisation, aUser, aCaller, TEST_PASSWORD } from '../testing.js';
import { AccountReach } from './account.reach.js';
import { NO_PASSWORD } from './no-password.js';
import { ResetCodeIssuer } from './reset-code.issuer.js';

const database = await useDatabase([identitySchema]);
const redis = await useRedis();
const NEW = 'Long-Road-To-Xichang-9';

let identity: IdentityApp;
let officer: UserRecord;
let admin: string;

beforeAll(async () => {
  identity = await IdentityApp.start(
    { database, redis },
    { settings: { SANSHE_PASSWORD_HISTORY: '2', SANSHE_PASSWORD_DAYS: '90' } },
  );
});

beforeEach(async () => {
  identity.clock.offsetMs = 0;
  const bureau = await anOrganisation().in('513431').insert(database.dataSource);
  officer = await aUser().of(bureau).withLogin('officer').withRoles('business-officer').insert(database.dataSource);
  const operator = await anOrganisation().ofKind('operator').in('51').insert(database.dataSource);
  await aUser().of(operator).withLogin('admin').withRoles('administrator').insert(database.dataSource);
  await identity.directory.reload();
  admin = (await identity.login('admin')).body.accessToken;
});

afterAll(async () => {
  await identity.close();
});

const change = (token: string, password: string, newPassword: string) =>
  identity.call('PUT', '/me/password', { token, body: { password, newPassword } });

async function resetCode(userId = officer.id): Promise<string> {
  const { status, body } = await identity.call('POST', `/users/${userId}/reset-codes`, { token: admin });
  expect(status).toBe(201);
  return String(body['code']);
}

const reset = (code: string, newPassword = NEW, login = 'officer') =>
  identity.call('POST', '/password-resets', { body: { login, code, newPassword } });

const rulesOf = (body: Readonly<Record<string, unknown>>): string[] =>
  ((body['errors'] ?? []) as { rule: string }[]).map(({ rule }) => rule);

describe('changing one’s password', () => {
  it('asks for the old one, keeps this login and ends all others', async () => {
    const other = await identity.login();
    const { body } = await identity.login();
    const wrong = await change(body.accessToken, 'wrong', NEW);
    expect(wrong).toMatchObject({ status: 422, body: { code: 'identity.wrong-password' } });
    expect((await change(body.accessToken, TEST_PASSWORD, NEW)).status).toBe(204);
    expect((await identity.call('GET', '/me', { token: body.accessToken })).status).toBe(200);
    expect((await identity.call('GET', '/me', { token: other.body.accessToken })).body.code).toBe(
      'identity.session-ended',
    );
    expect((await identity.refresh(other.body.refreshToken)).status).toBe(401);
    expect((await identity.login()).status).toBe(401);
    expect((await identity.login('officer', NEW)).status).toBe(200);
    expect(await identity.outcomes()).toContain('password-changed');
  });

  it('names every rule that a new one breaks', async () => {
    const { body } = await identity.login();
    const refused = await change(body.accessToken, TEST_PASSWORD, 'officer');
    expect(refused).toMatchObject({ status: 422, body: { code: 'identity.weak-password' } });
    expect(rulesOf(refused.body)).toEqual(['length', 'classes', 'unlike-owner', 'uncommon']);
  });

  it('takes no password again that was one of the last', async () => {
    const { body } = await identity.login();
    const steps = [TEST_PASSWORD, NEW, 'Other-Road-To-Yuexi-8', 'Third-Road-To-Meigu-7'];
    for (const [at, password] of steps.entries()) {
      const next = steps[at + 1];
      if (next !== undefined) expect((await change(body.accessToken, password, next)).status).toBe(204);
    }
    for (const used of steps.slice(2))
      expect(rulesOf((await change(body.accessToken, 'Third-Road-To-Meigu-7', used)).body)).toEqual(['unused']);
    expect((await change(body.accessToken, 'Third-Road-To-Meigu-7', TEST_PASSWORD)).status).toBe(204);
  });

  it('stops guessing the old one as it stops guessing at the door', async () => {
    const { body } = await identity.login();
    for (let attempt = 0; attempt < 10; attempt += 1)
      expect((await change(body.accessToken, `wrong ${attempt}`, NEW)).status).toBe(422);
    expect((await change(body.accessToken, TEST_PASSWORD, NEW)).status).toBe(429);
  });
});

describe('a password that must be changed', () => {
  async function expectDuty(login: string, password: string): Promise<string> {
    const { status, body } = await identity.login(login, password);
    expect([status, body.user['duties']]).toEqual([200, ['password-change']]);
    for (const path of ['/organisations?kind=civil-affairs', '/sessions', '/divisions'])
      expect(await identity.call('GET', path, { token: body.accessToken })).toMatchObject({
        status: 403,
        body: { code: 'identity.password-change-required' },
      });
    expect((await identity.call('GET', '/me', { token: body.accessToken })).body['duties']).toEqual([
      'password-change',
    ]);
    expect((await change(body.accessToken, password, NEW)).status).toBe(204);
    const fresh = await identity.refresh(body.refreshToken);
    expect(fresh.body.user['duties']).toEqual([]);
    expect((await identity.call('GET', '/sessions', { token: fresh.body.accessToken })).status).toBe(200);
    return body.accessToken;
  }

  it('is one that somebody else chose; nothing else is answered before', async () => {
    await aUser()
      .of({ id: officer.organisationId })
      .withLogin('newcomer')
      .withForeignPassword()
      .insert(database.dataSource);
    await identity.directory.refresh();
    const stale = await expectDuty('newcomer', TEST_PASSWORD);
    expect((await identity.call('GET', '/sessions', { token: stale })).status).toBe(403);
  });

  it('is one that an administrator wants changed, which also ends open logins', async () => {
    const open = await identity.login();
    const demand = await identity.call('POST', `/users/${officer.id}/password-demands`, { token: admin });
    expect(demand.status).toBe(204);
    expect((await identity.call('GET', '/me', { token: open.body.accessToken })).status).toBe(401);
    await expectDuty('officer', TEST_PASSWORD);
    expect(await database.dataSource.query('SELECT operation, subject_id FROM identity_operation_log')).toEqual([
      { operation: 'password-demanded', subject_id: officer.id },
    ]);
  });

  it('is one that is too old', async () => {
    identity.clock.offsetMs = 91 * 86_400_000;
    await expectDuty('officer', TEST_PASSWORD);
  });
});

describe('a reset code', () => {
  it('sets a password once, without the old one, and ends all logins', async () => {
    const open = await identity.login();
    const code = await resetCode();
    expect((await identity.call('GET', '/me', { token: open.body.accessToken })).status).toBe(200);
    expect((await reset(code.toLowerCase().replaceAll('-', ' '))).status).toBe(204);
    expect((await identity.call('GET', '/me', { token: open.body.accessToken })).status).toBe(401);
    expect((await identity.login()).status).toBe(401);
    expect((await identity.login('officer', NEW)).body.user['duties']).toEqual([]);
    expect(await reset(code, 'Another-Road-8x')).toMatchObject({
      status: 422,
      body: { code: 'identity.bad-reset-code' },
    });
    expect(await identity.outcomes()).toEqual(expect.arrayContaining(['password-reset', 'wrong-reset-code']));
  });

  it('is still good after a password that breaks the policy', async () => {
    const code = await resetCode();
    expect((await reset(code, 'weak')).body.code).toBe('identity.weak-password');
    expect((await reset(code)).status).toBe(204);
  });

  it('is taken by one of many who try at once', async () => {
    const code = await resetCode();
    const answers = await Promise.all(Array.from({ length: 6 }, (_, at) => reset(code, `${NEW}-${at}`)));
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
  });

  it('ends with time, with the next one, and is nobody else’s', async () => {
    const first = await resetCode();
    const second = await resetCode();
    expect((await reset(first)).status).toBe(422);
    expect((await reset(second, NEW, 'admin')).status).toBe(422);
    expect((await reset(second, NEW, 'nobody')).body.code).toBe('identity.bad-reset-code');
    identity.clock.offsetMs = 24 * 3_600_000;
    expect((await reset(second)).status).toBe(422);
  });

  it('cannot be guessed for long, and cannot be read in the database', async () => {
    const code = await resetCode();
    for (let attempt = 0; attempt < 10; attempt += 1) expect((await reset(`7KQ4-M2PX-000${attempt}`)).status).toBe(422);
    expect((await reset(code)).status).toBe(429);
    const rows: unknown[] = await database.dataSource.query('SELECT * FROM identity_reset_code');
    expect(JSON.stringify(rows)).not.toContain(code);
  });

  it('lets a new account in that never had a password', async () => {
    const code = await database.dataSource.transaction(async (manager) => {
      const writer = new DirectoryWriter(manager, identity.app.get(IdAllocator), identity.clock);
      const { organisationId } = officer;
      const draft = { login: 'founder', name: '创办人', email: null, organisationId, roles: [], isDemo: false };
      const ids = await writer.putUsers([{ ...draft, passwordHash: NO_PASSWORD }]);
      return (await identity.app.get(ResetCodeIssuer).issue(manager, ids.get('founder') ?? 0, null)).code;
    });
    expect((await identity.login('founder', NO_PASSWORD)).body.code).toBe('identity.bad-credentials');
    expect((await reset(code, NEW, 'founder')).status).toBe(204);
    expect((await identity.login('founder', NEW)).body.user['duties']).toEqual([]);
  });

  it('is not for oneself, nor without the permission', async () => {
    const own = await identity.login('admin');
    const { userId } = own.body.user as { userId: number };
    expect((await identity.call('POST', `/users/${userId}/reset-codes`, { token: admin })).body.code).toBe(
      'identity.own-account',
    );
    const { body } = await identity.login();
    expect((await identity.call('POST', `/users/${userId}/reset-codes`, { token: body.accessToken })).status).toBe(403);
    expect((await identity.call('POST', '/users/1/reset-codes', { token: admin })).body.code).toBe(
      'identity.unknown-user',
    );
  });
});

describe('reach', () => {
  it('is the own organisation, and those of the same kind below', async () => {
    const reach = identity.app.get(AccountReach);
    const city = await anOrganisation().in('5134').insert(database.dataSource);
    const finance = await anOrganisation().ofKind('finance').in('513431').insert(database.dataSource);
    const clerk = await aUser().of(finance).insert(database.dataSource);
    const neighbour = await aUser()
      .of(await anOrganisation().in('513430').insert(database.dataSource))
      .insert(database.dataSource);
    const chief = await aUser().of(city).insert(database.dataSource);
    await identity.directory.refresh();
    const reachable = (organisationId: number, divisionCode: string): number[] => {
      const scope = { kind: 'division', prefix: divisionCode } as const;
      const caller = aCaller({ organisationId, divisionCode, organisationKind: 'civil-affairs', userId: 1, scope });
      return [officer, clerk, neighbour, chief].flatMap(({ id }) => {
        try {
          return [reach.otherFor(caller, id).id];
        } catch {
          return [];
        }
      });
    };
    expect(reachable(city.id, '5134')).toEqual([officer.id, neighbour.id, chief.id]);
    expect(reachable(officer.organisationId, '513431')).toEqual([officer.id]);
    expect(reachable(999, '513431')).toEqual([]);
  });
});
