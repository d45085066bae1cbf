import { createDataSource, DatabaseConfig, grantApplicationAccount, runMigrations } from '#libs/platform';
import { QueryFailedError } from 'typeorm';
import { SCHEMAS } from '../../../domain.js';
import { type CliCommand, print } from '../cli.command.js';

/** `sanshe db migrate`: brings the tables up to date with the owner's account, then gives the application its rights. */
export const dbMigrate: CliCommand = {
  name: 'db migrate',
  summary: 'Bring the database up to date and give the application account its rights',
  async run() {
    const config = new DatabaseConfig();
    const owner = await createDataSource({ url: config.migrationUrl, schemas: SCHEMAS, poolSize: 2 }).initialize();
    try {
      const done = await runMigrations(owner);
      print(`${done.length} migrations run${done.length > 0 ? `: ${done.join(', ')}` : ''}`);
      if (config.url === config.migrationUrl)
        print('One account for both: history can be rewritten by it. Set SANSHE_DATABASE_MIGRATION_URL.');
      else await grantTo(owner, config.url);
    } finally {
      await owner.destroy();
    }
    return 0;
  },
};

type Owner = Parameters<typeof grantApplicationAccount>[0];

/** The account may be known under several hosts; each gets its grants. */
async function grantTo(owner: Owner, applicationUrl: string): Promise<void> {
  const user = decodeURIComponent(new URL(applicationUrl).username);
  for (const host of await hostsOf(owner, user)) await grantApplicationAccount(owner, SCHEMAS, { user, host });
}

/** An owner that may not read the grant tables is taken to serve any host. */
async function hostsOf(owner: Owner, user: string): Promise<string[]> {
  try {
    const rows: { host: string }[] = await owner.query('SELECT Host AS host FROM mysql.user WHERE User = ?', [user]);
    return rows.map(({ host }) => host);
  } catch (error) {
    if (error instanceof QueryFailedError) return ['%'];
    throw error;
  }
}
