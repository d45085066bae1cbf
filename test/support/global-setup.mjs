import { randomBytes } from 'node:crypto';
import { createConnection } from 'mysql2/promise';
import { FOR_TESTS, startStack } from '../../apps/launcher/src/stack.mjs';
import { makeTemporaryHome } from '../../apps/launcher/src/temporary-home.mjs';

/**
 * Once per Jest run: servers (given by environment or started here) and the run's application account.
 * Workers read what stands in the environment.
 */
export default async function globalSetup() {
  const given = process.env.SANSHE_TEST_DATABASE_ADMIN_URL && process.env.SANSHE_TEST_REDIS_URL;
  if (!given) await startServers();
  process.env.SANSHE_TEST_RUN = `${process.pid.toString(36)}${randomBytes(2).toString('hex')}`;
  process.env.SANSHE_TEST_APP_PASSWORD = randomBytes(12).toString('hex');
  const account = `sanshe_t_${process.env.SANSHE_TEST_RUN}`;
  const admin = await createConnection(process.env.SANSHE_TEST_DATABASE_ADMIN_URL ?? '');
  await admin.query(`CREATE USER '${account}'@'%' IDENTIFIED BY '${process.env.SANSHE_TEST_APP_PASSWORD}'`);
  await admin.end();
}

async function startServers() {
  const home = await makeTemporaryHome();
  const stack = await startStack({ home: home.folder, settings: FOR_TESTS });
  process.env.SANSHE_TEST_DATABASE_ADMIN_URL = stack.migrationUrl;
  process.env.SANSHE_TEST_REDIS_URL = stack.redisUrl;
  globalThis.sansheTestServers = {
    stop: async () => {
      await stack.stop();
      home.remove();
    },
  };
}
