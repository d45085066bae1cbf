import type { DirectoriesConfig } from '#libs/platform';
import { RoleCatalogue } from '../roles/role.catalogue.js';
import { readDemoOrganisations } from './demo.files.js';

/** One line of the table of demo accounts. */
export interface DemoAccount {
  readonly login: string;
  readonly name: string;
  readonly organisation: string;
  /** Titles of the roles, in Chinese. */
  readonly roles: readonly string[];
}

/** The demo accounts that a new user starts with; `all` gives every one. */
export function listDemoAccounts(directories: DirectoriesConfig, { all = false } = {}): DemoAccount[] {
  const catalogue = new RoleCatalogue(directories);
  return readDemoOrganisations(directories.configDir).flatMap((organisation) =>
    organisation.users
      .filter((user) => all || user.shown)
      .map(({ login, name, roles }) => ({
        login,
        name,
        organisation: organisation.name,
        roles: roles.map((role) => catalogue.titleOf(role).zh),
      })),
  );
}
