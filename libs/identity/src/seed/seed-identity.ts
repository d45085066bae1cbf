import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { type DemoConfig, type DirectoriesConfig, IdAllocator, SystemClock } from '#libs/platform';
import type { DataSource, EntityManager } from 'typeorm';
import { BadConfigurationError } from '../configuration/bad-configuration.error.js';
import { loadDivisions } from '../divisions/division.loader.js';
import { DirectoryWriter } from '../organisations/directory.writer.js';
import { RoleCatalogue } from '../roles/role.catalogue.js';
import { PasswordHasher } from '../session/password.hasher.js';
import { type DemoOrganisation, readDemoOrganisations } from './demo.files.js';
import { SeedMark } from './seed.mark.js';

const MARK = 'demo';
const DIVISIONS_FILE = 'sichuan.csv.gz';
/** Reserved by RFC 2606: mail to it can never reach anybody. */
const MAIL_DOMAIN = 'demo.example';

export interface SeedReport {
  readonly divisions: number;
  readonly organisations: number;
  readonly users: number;
}

/** Loads the divisions and the demo organisations; free when nothing has changed since the last time. */
export async function seedIdentity(
  dataSource: DataSource,
  directories: DirectoriesConfig,
  demo: Pick<DemoConfig, 'password'>,
): Promise<SeedReport> {
  const divisions = await loadDivisions(dataSource, join(directories.configDir, 'divisions', DIVISIONS_FILE));
  const organisations = readDemoOrganisations(directories.configDir);
  refuseUnknownNames(organisations, new RoleCatalogue(directories));
  const contentHash = createHash('sha256')
    .update(JSON.stringify([organisations, demo.password]))
    .digest('hex');
  const ids = new IdAllocator(dataSource);
  const counts = await dataSource.transaction(async (manager) => {
    const mark = new SeedMark(manager);
    if ((await mark.read(MARK)) === contentHash) return { organisations: 0, users: 0 };
    const written = await writeDemo(new DirectoryWriter(manager, ids, new SystemClock()), organisations, demo.password);
    await refuseUnknownDivisions(manager, organisations);
    await mark.write(MARK, contentHash);
    return written;
  });
  return { divisions: divisions.loaded, ...counts };
}

async function writeDemo(
  writer: DirectoryWriter,
  organisations: readonly DemoOrganisation[],
  password: string,
): Promise<{ organisations: number; users: number }> {
  const ids = await writer.putOrganisations(
    organisations.map(({ creditCode, name, kind, division }) => ({
      creditCode,
      name,
      kind,
      divisionCode: division,
      isDemo: true,
    })),
  );
  // One hash for all: the demo password is no secret, and argon2 is meant to be slow.
  const passwordHash = await new PasswordHasher().hash(password);
  const users = organisations.flatMap(({ creditCode, users: people }) =>
    people.map(({ login, name, roles }) => ({
      login,
      name,
      email: `${login}@${MAIL_DOMAIN}`,
      organisationId: ids.get(creditCode) ?? 0,
      passwordHash,
      roles,
      isDemo: true,
    })),
  );
  await writer.putUsers(users);
  return { organisations: organisations.length, users: users.length };
}

function refuseUnknownNames(organisations: readonly DemoOrganisation[], catalogue: RoleCatalogue): void {
  const problems = organisations.flatMap(({ name, kind, users }) => {
    if (!catalogue.kindNames.has(kind)) return [`${name}: unknown kind ${kind}`];
    const roles = catalogue.rolesOf(kind);
    return users.flatMap((user) =>
      user.roles
        .filter((role) => !roles.includes(role))
        .map((role) => `${user.login}: organisations of kind ${kind} have no role ${role}`),
    );
  });
  if (problems.length > 0) throw new BadConfigurationError('demo/organisations', problems);
}

async function refuseUnknownDivisions(
  manager: EntityManager,
  organisations: readonly DemoOrganisation[],
): Promise<void> {
  const codes = [...new Set(organisations.map(({ division }) => division))];
  if (codes.length === 0) return;
  const rows: { code: string }[] = await manager.query('SELECT code FROM identity_division WHERE code IN (?)', [codes]);
  const known = new Set(rows.map(({ code }) => code));
  const problems = codes.filter((code) => !known.has(code)).map((code) => `unknown division ${code}`);
  if (problems.length > 0) throw new BadConfigurationError('demo/organisations', problems);
}
