import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from '@jest/globals';
import { DirectoriesConfig, Environment } from '#libs/platform';
import { parse, stringify } from 'yaml';
import type { RolesFile, RoleSpec } from '../roles/role.files.js';

/**
 * A copy of the shipped configuration in which some roles carry something else; answers its folder. Call it at the top
 * of a spec.
 */
export function withRoles(changes: Readonly<Record<string, Partial<RoleSpec>>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'roles-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  cpSync(new DirectoriesConfig(new Environment({})).configDir, folder, { recursive: true });
  const path = join(folder, 'roles.yaml');
  const file = parse(readFileSync(path, 'utf8')) as RolesFile; // the shipped file, as every start checks it
  const roles = Object.fromEntries(
    Object.entries(file.roles).map(([name, spec]) => [name, { ...spec, ...changes[name] }]),
  );
  writeFileSync(path, stringify({ ...file, roles }));
  return folder;
}
