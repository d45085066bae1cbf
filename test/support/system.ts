import { afterAll } from '@jest/globals';
import { type Installation, runCli, startApplications } from '../../apps/launcher/src/application.mjs';
import { anyFreePort } from '../../apps/launcher/src/free-port.mjs';
import { Supervisor } from '../../apps/launcher/src/supervisor.mjs';
import { makeTemporaryHome } from '../../apps/launcher/src/temporary-home.mjs';
import { useRedis } from './redis.js';
import { seededSchema } from './seeded-schema.js';

/** A whole installation: migrated and seeded database, Redis, built API and worker as processes. */
export interface TestSystem {
  /** e.g. http://127.0.0.1:40123 */
  readonly address: string;
  readonly workerAddress: string;
  /** The application's account. */
  readonly databaseUrl: string;
  /** The owner's account: looking at rows, never changing them behind the application's back. */
  readonly ownerUrl: string;
  readonly redisUrl: string;
  /** Runs `sanshe …` and answers what it printed. */
  cli(...args: string[]): Promise<string>;
}

export interface TestSystemOptions {
  /** More settings of api and worker, e.g. `{ SANSHE_CLOCK: 'settable' }`. */
  readonly settings?: Readonly<Record<string, string>>;
}

/**
 * Call it at the top of an e2e or browser spec (`const system = await useSystem()`), never inside a hook.
 * One system serves all tests of the file; it is stopped and dropped after the last one.
 */
export async function useSystem({ settings = {} }: TestSystemOptions = {}): Promise<TestSystem> {
  const redis = await useRedis({ keep: true });
  const home = await makeTemporaryHome();
  const [port, workerPort] = await Promise.all([anyFreePort(), anyFreePort()]);
  const on = (databaseUrl: string, migrationUrl: string): Installation => ({
    home: home.folder,
    servers: { databaseUrl, migrationUrl, redisUrl: redis.url },
    tokenSecret: 'secret of a test system, long enough to be one',
    dataKeys: `test:${'5a'.repeat(32)}`,
    port,
    workerPort,
    extra: { SANSHE_LOG_LEVEL: 'warn', SANSHE_DATABASE_POOL: '8', ...settings },
  });
  const { databaseUrl, ownerUrl, drop } = await seededSchema((urls) => seed(on(urls.databaseUrl, urls.ownerUrl)));
  const installation = on(databaseUrl, ownerUrl);
  const supervisor = new Supervisor();
  supervisor.own('schema', drop);
  supervisor.own('folder', home.remove);
  afterAll(() => supervisor.end(0));
  await start(installation, supervisor);
  return {
    address: `http://127.0.0.1:${port}`,
    workerAddress: `http://127.0.0.1:${workerPort}`,
    databaseUrl,
    ownerUrl,
    redisUrl: redis.url,
    cli: async (...args) => (await runCli(installation, args)).stdout,
  };
}

async function seed(installation: Installation): Promise<void> {
  await runCli(installation, ['db', 'migrate']);
  await runCli(installation, ['db', 'seed']);
}

/** A failed start stops what it had started: no hook runs after an import that threw. */
async function start(installation: Installation, supervisor: Supervisor): Promise<void> {
  try {
    await startApplications(installation, supervisor, (text) => process.stderr.write(`${text}\n`));
  } catch (error) {
    await supervisor.end(1);
    throw error;
  }
}
