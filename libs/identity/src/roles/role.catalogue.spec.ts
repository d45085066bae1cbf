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
    expect(catalogue.permissionsOf(['leader', 'administrator'])).toEqual(
      new Set([
        'funds.view',
        'audit.view',
        'identity.manage',
        'operations.view',
        'operations.manage',
        'processes.publish',
      ]),
    );
    expect(catalogue.permissionsOf([])).toEqual(new Set());
    expect(catalogue.permissionsOf(['no such role'])).toEqual(new Set());
  });

  it('lets no administrator start a project', () => {
    expect(catalogue.permissionsOf(['administrator']).has('projects.start')).toBe(false);
  });
});

describe('the file', () => {
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
