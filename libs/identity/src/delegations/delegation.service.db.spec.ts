import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { BusinessClock, DirectoriesConfig, Environment, IdAllocator, SystemClock } from '#libs/platform';
import { useDatabase } from '#support/database';
import { DivisionTree } from '../divisions/division.tree.js';
import { identitySchema } from '../identity.schema.js';
import type { OrganisationRecord, UserRecord } from '../organisations/directory.records.js';
import { OrganisationDirectory } from '../organisations/organisation.directory.js';
import { RoleCatalogue } from '../roles/role.catalogue.js';
import type { Caller } from '../session/caller.js';
import { aCaller, anOrganisation, aUser } from '../testing.js';
import { DelegationBook } from './delegation.book.js';
import { DelegationPolicy } from './delegation.policy.js';
import { DelegationRules } from './delegation.rules.js';
import { type DelegationRequest, DelegationService } from './delegation.service.js';

const database = await useDatabase([identitySchema]);
const directories = new DirectoriesConfig(new Environment({}));
const catalogue = new RoleCatalogue(directories);
const clock = new BusinessClock(new SystemClock());
let revision = 0;
const at = (instant: string): void => {
  revision += 1;
  clock.apply({ base: Date.parse(instant), since: 0, rate: 0, revision });
};

/** One process: its own memory of the same tables. */
function aProcess(depth = 1) {
  const { dataSource } = database;
  const directory = new OrganisationDirectory(dataSource);
  const rules = new DelegationRules(directories, catalogue);
  Object.assign(rules, { file: { ...rules.file, depth } });
  const policy = new DelegationPolicy(rules, directory, new DivisionTree(dataSource));
  const book = new DelegationBook(dataSource, directory, rules);
  const service = new DelegationService(dataSource, new IdAllocator(dataSource), clock, directory, policy);
  return { directory, book, service };
}

let here = aProcess();
let bureau: OrganisationRecord;
let principal: UserRecord;
let deputy: UserRecord;
let other: UserRecord;
afterAll(() => here.directory.onModuleDestroy());

const someone = (...roles: string[]) =>
  aUser()
    .of(bureau)
    .withRoles(...roles)
    .insert(database.dataSource);
const callerOf = ({ id, organisationId, roles }: UserRecord): Caller =>
  aCaller({ userId: id, organisationId, roles, permissions: catalogue.permissionsOf(roles) });

async function start(depth = 1): Promise<void> {
  here = aProcess(depth);
  await here.directory.refresh();
  await here.book.onModuleInit();
}

beforeEach(async () => {
  at('2026-03-02T02:00:00.000Z');
  bureau = await anOrganisation().insert(database.dataSource);
  principal = await someone('leader');
  deputy = await someone('deputy-leader');
  other = await someone('business-officer');
  await start();
});

const ANY = { roles: [], processes: [], divisions: [] };
const request = (change: Partial<DelegationRequest> = {}): DelegationRequest => ({
  delegateId: deputy.id,
  firstDay: '2026-03-02',
  lastDay: '2026-03-06',
  documentNumber: '昭民发〔2026〕7号',
  scope: ANY,
  ...change,
});
const delegate = (by: UserRecord, change: Partial<DelegationRequest> = {}) =>
  here.service.create(callerOf(by), request(change));
const acts = (delegateId = deputy.id) => [...here.book.principalsOf(delegateId, clock.now())];

describe('a delegation', () => {
  it('holds from the beginning of its first to the end of its last day in China', async () => {
    await delegate(principal, { firstDay: '2026-03-03' });
    const moments = ['2026-03-02T15:59:59.999Z', '2026-03-02T16:00:00.000Z', '2026-03-06T15:59:59.999Z'];
    expect(
      [...moments, '2026-03-06T16:00:00.000Z'].map(
        (moment) => here.book.principalsOf(deputy.id, new Date(moment)).size,
      ),
    ).toEqual([0, 1, 1, 0]);
  });

  it('ends at once when it is revoked, once, by those whom it concerns', async () => {
    const { id } = await delegate(principal);
    await expect(here.service.revoke(callerOf(other), id)).rejects.toMatchObject({ status: 404 });
    await expect(here.service.one(callerOf(other), id)).rejects.toMatchObject({ status: 404 });
    expect(acts()).toEqual([principal.id]);
    expect(await here.service.revoke(callerOf(principal), id)).toMatchObject({ revokedBy: principal.id });
    expect(acts()).toEqual([]);
    expect(here.book.received(deputy.id)).toMatchObject([{ id, revokedBy: principal.id }]);
    await expect(here.service.revoke(callerOf(principal), id)).rejects.toMatchObject({
      code: 'identity.delegation-over',
    });
    const again = await delegate(principal);
    expect((await here.service.revoke(callerOf(deputy), again.id)).revokedBy).toBe(deputy.id);
  });

  it('is known to another process when its directory catches up', async () => {
    const elsewhere = aProcess();
    await elsewhere.book.onModuleInit();
    await delegate(principal);
    expect(elsewhere.book.principalsOf(deputy.id, clock.now()).size).toBe(0);
    await elsewhere.directory.refresh();
    expect([...elsewhere.book.principalsOf(deputy.id, clock.now())]).toEqual([principal.id]);
  });

  it('ends when the principal is disabled', async () => {
    await delegate(principal);
    await database.owner.query("UPDATE identity_user SET status = 'disabled' WHERE id = ?", [principal.id]);
    await here.directory.reload();
    expect(acts()).toEqual([]);
  });

  it('is about no duty that must be done in person', async () => {
    await delegate(principal);
    const [mandate] = here.book.mandatesOf(deputy.id, clock.now());
    const work = { process: 'any', divisionCode: '513431' };
    expect(mandate && here.book.isAbout(mandate, { ...work, role: 'leader' })).toBe(true);
    expect(mandate && here.book.isAbout(mandate, { ...work, role: 'expert' })).toBe(false);
  });

  it('is set for others by whoever manages the organisation, and by nobody else', async () => {
    const head = await someone('head');
    const foreign = await anOrganisation().insert(database.dataSource);
    const stranger = await aUser().of(foreign).withRoles('head').insert(database.dataSource);
    await here.directory.refresh();
    await expect(delegate(other, { principalId: principal.id })).rejects.toMatchObject({ status: 403 });
    await expect(delegate(stranger, { principalId: principal.id })).rejects.toMatchObject({ status: 403 });
    const set = await delegate(head, { principalId: principal.id });
    expect(set).toMatchObject({ principalId: principal.id, createdBy: head.id });
    expect(await here.service.list(callerOf(head))).toHaveLength(1);
    expect(await here.service.list(callerOf(stranger))).toEqual([]);
    await expect(here.service.revoke(callerOf(stranger), set.id)).rejects.toMatchObject({ status: 404 });
  });
});

describe('what is refused', () => {
  it.each<[string, () => Partial<DelegationRequest>, string]>([
    ['to oneself', () => ({ delegateId: principal.id }), 'identity.delegation-to-oneself'],
    ['to nobody', () => ({ delegateId: 404 }), 'identity.delegate-not-eligible'],
    ['days of the past', () => ({ firstDay: '2026-03-01' }), 'identity.delegation-days-past'],
    ['days in the wrong order', () => ({ firstDay: '2026-03-07' }), 'identity.delegation-days-order'],
    ['too many days', () => ({ lastDay: '2026-05-31' }), 'identity.delegation-days-too-long'],
    ['roles that one has not', () => ({ scope: { ...ANY, roles: ['head'] } }), 'identity.delegation-roles-not-held'],
    ['duties in person', () => ({ scope: { ...ANY, roles: ['expert'] } }), 'identity.delegation-roles-personal'],
    ['a division that is not there', () => ({ scope: { ...ANY, divisions: ['99'] } }), 'identity.delegation-division'],
  ])('%s', async (_, change, code) => {
    await expect(delegate(principal, change())).rejects.toMatchObject({ code });
    expect(acts()).toEqual([]);
  });

  it('takes ninety days, both ends counted', async () => {
    expect(await delegate(principal, { lastDay: '2026-05-30' })).toMatchObject({ lastDay: '2026-05-30' });
  });

  it('to a person of elsewhere, of a barred role, or who left', async () => {
    const elsewhere = await anOrganisation().insert(database.dataSource);
    const stranger = await aUser().of(elsewhere).withRoles('leader').insert(database.dataSource);
    const auditor = await someone('auditor');
    const gone = await someone('leader');
    await database.owner.query("UPDATE identity_user SET status = 'disabled' WHERE id = ?", [gone.id]);
    await here.directory.reload();
    const reasons: string[] = [];
    for (const { id } of [stranger, auditor, gone])
      await delegate(principal, { delegateId: id }).catch((error: { details: { reason: string } }) =>
        reasons.push(error.details.reason),
      );
    expect(reasons).toEqual(['reach', 'role', 'disabled']);
  });

  it('a circle, of two and of three, on common days', async () => {
    await delegate(principal);
    const back = { delegateId: principal.id };
    await expect(delegate(deputy, back)).rejects.toMatchObject({ code: 'identity.delegation-circle', status: 409 });
    await delegate(deputy, { delegateId: other.id });
    await expect(delegate(other, back)).rejects.toMatchObject({ code: 'identity.delegation-circle' });
    expect(await delegate(other, { ...back, firstDay: '2026-03-07', lastDay: '2026-03-08' })).toBeDefined();
  });

  it('of two that would close a circle at the same time, one', async () => {
    const outcomes = await Promise.allSettled([delegate(principal), delegate(deputy, { delegateId: principal.id })]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('the same work twice on one day, but not different work', async () => {
    const roles = (...names: string[]) => ({ scope: { ...ANY, roles: names } });
    await delegate(principal, roles('leader'));
    const second = { delegateId: other.id, firstDay: '2026-03-06', lastDay: '2026-03-09' };
    await expect(delegate(principal, second)).rejects.toMatchObject({
      code: 'identity.delegation-overlap',
      details: { documentNumber: '昭民发〔2026〕7号' },
    });
    expect(await delegate(principal, { ...second, firstDay: '2026-03-07' })).toBeDefined();
  });

  it('to pass on what one has by delegation', async () => {
    await delegate(principal);
    await expect(
      delegate(deputy, { delegateId: other.id, scope: { ...ANY, roles: ['leader'] } }),
    ).rejects.toMatchObject({ code: 'identity.delegation-depth', details: { depth: 1 } });
    await delegate(deputy, { delegateId: other.id });
    expect(acts(other.id)).toEqual([deputy.id]);
  });

  it('unless the rules allow more hands', async () => {
    await start(2);
    await delegate(principal);
    await delegate(deputy, { delegateId: other.id, scope: { ...ANY, roles: ['leader'] } });
    expect(acts(other.id)).toEqual([deputy.id, principal.id]);
    const last = await someone('head');
    await here.directory.refresh();
    await expect(delegate(other, { delegateId: last.id, scope: { ...ANY, roles: ['leader'] } })).rejects.toMatchObject({
      code: 'identity.delegation-depth',
    });
  });
});
