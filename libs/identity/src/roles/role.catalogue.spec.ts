import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { DirectoriesConfig, Environment } from '#libs/platform';
import { RoleCatalogue } from './role.catalogue.js';

const shipped = new DirectoriesConfig(new Environment({}));
const catalogue = new RoleCatalogue(shipped);
const folder = mkdtempSync(join(tmpdir(), 'roles-'));

function catalogueOf(change: (text: string) => string): RoleCatalogue {
  const text = readFileSync(join(shipped.configDir, 'roles.yaml'), 'utf8');
  writeFileSync(join(folder, 'roles.yaml'), change(text));
  return new RoleCatalogue(new DirectoriesConfig(new Environment({ SANSHE_CONFIG_DIR: folder })));
}

afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('scopeOf', () => {
  it.each([
    ['civil-affairs', '51', { kind: 'all' }],
    ['civil-affairs', '5134', { kind: 'division', prefix: '5134' }],
    ['civil-affairs', '513431', { kind: 'division', prefix: '513431' }],
    ['finance', '513431', { kind: 'division', prefix: '513431' }],
    ['audit', '5134', { kind: 'division', prefix: '5134' }],
    ['township', '513431102', { kind: 'division', prefix: '513431102' }],
    ['village-committee', '513431102201', { kind: 'party', organisationId: 7 }],
    ['social-organisation', '51', { kind: 'party', organisationId: 7 }],
    ['expert-pool', '51', { kind: 'party', organisationId: 7 }],
    ['operator', '51', { kind: 'party', organisationId: 7 }],
    ['never heard of', '51', { kind: 'party', organisationId: 7 }],
    ['civil-affairs', '513431102', { kind: 'party', organisationId: 7 }],
  ])('of %s at %s', (kind, divisionCode, expected) => {
    expect(catalogue.scopeOf({ id: 7, kind, divisionCode })).toEqual(expected);
  });
});

describe('permissionsOf', () => {
  it('joins what the roles carry', () => {
    const own = ['identity.manage', 'processes.publish', 'funds.view', 'audit.view'];
    const joined = catalogue.permissionsOf(['leader', 'administrator']);
    expect(own.filter((permission) => !joined.has(permission))).toEqual([]);
    expect(joined.has('roles.grant')).toBe(false);
    expect(catalogue.permissionsOf([])).toEqual(new Set());
    expect(catalogue.permissionsOf(['no such role'])).toEqual(new Set());
  });

  it('lets no administrator start a project', () => {
    expect(catalogue.permissionsOf(['administrator']).has('projects.start')).toBe(false);
  });
});

describe('三权分立', () => {
  it('gives no permission of one administrator to another', () => {
    const [three = []] = catalogue.exclusive;
    expect(three).toHaveLength(3);
    const shared = three.map((role) => [...catalogue.permissionsOf([role])].filter((name) => name !== 'users.view'));
    expect(shared.flat()).toHaveLength(new Set(shared.flat()).size);
  });
});

describe('the file', () => {
  it('is refused when an opening or an exclusion names what is not there', () => {
    const load = (): RoleCatalogue =>
      catalogueOf((text) =>
        text
          .replace('agency: [head, agency-officer]', 'agency: [head, evaluator]')
          .replace('review: { kind: civil-affairs', 'review: { kind: civil')
          .replace('- [administrator,', '- [administrato,'),
      );
    expect(load).toThrow(/exclusive names the unknown role administrato; .*unknown kind civil; opening gives agency/);
  });

  it('is refused with every name that does not resolve', () => {
    const load = (): RoleCatalogue =>
      catalogueOf((text) =>
        text.replace('roles: [expert]', 'roles: [exprt]').replace('[projects.start', '[project.start'),
      );
    expect(load).toThrow(/kind expert-pool names the unknown role exprt; .*unknown permission project\.start/);
  });

  it('is refused when it is no YAML or lacks a part, naming the place', () => {
    expect(() => catalogueOf(() => 'kinds: [')).toThrow(/roles\.yaml is wrong/);
    expect(() => catalogueOf((text) => text.replace('scope: party', 'scope: everything'))).toThrow(
      /\/kinds\/.*\/scope/,
    );
    expect(() => catalogueOf((text) => `${text}\nextra: 1\n`)).toThrow(/additional properties \(extra\)/);
  });
});
