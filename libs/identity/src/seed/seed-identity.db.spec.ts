import { beforeAll, describe, expect, it } from '@jest/globals';
import { DemoConfig, DirectoriesConfig } from '#libs/platform';
import { useDatabase } from '#support/database';
import { DivisionTree } from '../divisions/division.tree.js';
import { identitySchema } from '../identity.schema.js';
import type { OrganisationRecord } from '../organisations/directory.records.js';
import { OrganisationDirectory } from '../organisations/organisation.directory.js';
import { RelationResolver } from '../organisations/relation.resolver.js';
import { RoleCatalogue } from '../roles/role.catalogue.js';
import { PasswordHasher } from '../session/password.hasher.js';
import { listDemoAccounts } from './demo-accounts.js';
import { type SeedReport, seedIdentity } from './seed-identity.js';

const database = await useDatabase([identitySchema], { keep: true });
const directories = new DirectoriesConfig();
const demo = new DemoConfig();
const tree = new DivisionTree(database.dataSource);
const directory = new OrganisationDirectory(database.dataSource);
const resolver = new RelationResolver(directory, directories, new RoleCatalogue(directories));
const nameOf = (id: number): string | undefined => directory.byId(id)?.name;

let first: SeedReport;
let bureau: OrganisationRecord | undefined;

beforeAll(async () => {
  first = await seedIdentity(database.dataSource, directories, demo);
  await tree.load();
  await directory.refresh();
  bureau = directory.byKindAt('civil-affairs', '513431')[0];
});

describe('seedIdentity', () => {
  it('loads Sichuan down to the village', async () => {
    expect(first.divisions).toBe(1 + 21 + 183 + 3111 + 34_412);
    const counts: { level: string; n: number }[] = await database.dataSource.query(
      'SELECT level, COUNT(*) AS n FROM identity_division GROUP BY level',
    );
    expect(Object.fromEntries(counts.map(({ level, n }) => [level, Number(n)]))).toEqual({
      province: 1,
      city: 21,
      county: 183,
      township: 3111,
      village: 34_412,
    });
  });

  it('does nothing the second time, and keeps ids when the content changes', async () => {
    expect(await seedIdentity(database.dataSource, directories, demo)).toEqual({
      divisions: 0,
      organisations: 0,
      users: 0,
    });
    const changed = await seedIdentity(database.dataSource, directories, { password: 'Another-Password-1' });
    expect(changed).toEqual({ ...first, divisions: 0 });
    const before = bureau?.id;
    await directory.refresh();
    expect(directory.byKindAt('civil-affairs', '513431')[0]?.id).toBe(before);
    const rows: { password_hash: string }[] = await database.dataSource.query(
      'SELECT DISTINCT password_hash FROM identity_user',
    );
    expect(rows).toHaveLength(1);
    expect(await new PasswordHasher().verify(rows[0]?.password_hash ?? '', 'Another-Password-1')).toBe(true);
  });

  it('flags farms and reserves among the townships', () => {
    expect(tree.get('510822400')).toMatchObject({ name: '唐家河国家级自然保护区', isSpecial: true });
    expect(tree.get('513431102').isSpecial).toBe(false);
  });

  it('fills every post that a county needs', () => {
    for (const division of ['513431', '511921', '511923']) {
      const county = directory.byKindAt('civil-affairs', division)[0];
      const finance = directory.byKindAt('finance', division)[0];
      const roles = [
        'business-officer',
        'procurement-officer',
        'planning-finance-officer',
        'head',
        'deputy-leader',
        'leader',
      ];
      for (const role of roles) expect(directory.members(county?.id ?? 0, role)).not.toHaveLength(0);
      for (const role of ['social-security-officer', 'treasury-officer', 'head']) {
        expect(directory.members(finance?.id ?? 0, role)).not.toHaveLength(0);
      }
    }
  });

  it('marks everybody as demo and gives nobody a real mailbox', () => {
    const user = directory.byLogin('zhaojue.business');
    expect(user).toMatchObject({ isDemo: true, email: 'zhaojue.business@demo.example', status: 'active' });
    expect(bureau?.isDemo).toBe(true);
  });

  it('lists the accounts that a new user starts with', () => {
    const accounts = listDemoAccounts(directories);
    expect(accounts.length).toBeGreaterThan(15);
    expect(accounts).toContainEqual(
      expect.objectContaining({ login: 'zhaojue.business', organisation: '昭觉县民政局' }),
    );
    expect(listDemoAccounts(directories, { all: true })).toHaveLength(first.users);
  });
});

describe('DivisionTree', () => {
  it('climbs from the village to the province', () => {
    expect(tree.fullName('513431102201')).toBe('四川省凉山彝族自治州昭觉县竹核镇火洛村村民委员会');
    expect(tree.ancestorAt('513431102201', 'city')?.name).toBe('凉山彝族自治州');
    expect(tree.ancestorAt('5134', 'county')).toBeNull();
    expect(tree.isWithin('513431102', '5134')).toBe(true);
    expect(tree.isWithin('511921100', '5134')).toBe(false);
  });

  it('lists what is directly below', () => {
    expect(tree.children(null).map(({ name }) => name)).toEqual(['四川省']);
    expect(tree.children('51')).toHaveLength(21);
    expect(tree.children('513431102').map(({ name }) => name)).toContain('火洛村村民委员会');
    expect(tree.children('513431102201')).toEqual([]);
    expect(() => tree.children('99')).toThrow(expect.objectContaining({ code: 'identity.unknown-division' }));
  });
});

describe('RelationResolver', () => {
  const resolve = (relation: string, parties = new Map<string, number[]>()): (string | undefined)[] =>
    resolver.resolve(relation, { parties, purchaserId: bureau?.id ?? 0 }).map(nameOf);

  it.each([
    ['purchaser', ['昭觉县民政局']],
    ['finance', ['昭觉县财政局']],
    ['finance-city', ['凉山州财政局']],
    ['city', ['凉山州民政局']],
    ['province', ['四川省民政厅']],
    ['audit', ['昭觉县审计局']],
    ['panel', ['四川省政府采购评审专家库']],
    ['contractor', []],
  ])('derives %s from the purchaser', (relation, expected) => {
    expect(resolve(relation)).toEqual(expected);
  });

  it('keeps bidders open to every social organisation', () => {
    expect(resolve('bidder')).toContain('凉山州彝路同心公益发展中心');
    expect(resolve('bidder').length).toBeGreaterThanOrEqual(9);
  });

  it('lets a party of the case win, and falls back to civil affairs for other purchasers', () => {
    const township = directory.byKindAt('township', '513431102')[0]?.id ?? 0;
    expect(resolve('finance', new Map([['finance', [township]]]))).toEqual(['昭觉县竹核镇人民政府']);
    const emergency = directory.byKindAt('budget-unit', '513431')[0]?.id ?? 0;
    const found = resolver.resolve('city', { parties: new Map(), purchaserId: emergency });
    expect(found.map(nameOf)).toEqual(['凉山州民政局']);
  });
});

describe('OrganisationDirectory', () => {
  it('finds the superior of the same kind', () => {
    expect(directory.superiorOf(bureau?.id ?? 0, 'city')?.name).toBe('凉山州民政局');
    expect(directory.superiorOf(bureau?.id ?? 0, 'province')?.name).toBe('四川省民政厅');
    expect(directory.superiorOf(bureau?.id ?? 0, 'village')).toBeNull();
  });
});
