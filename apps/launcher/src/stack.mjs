import { mkdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { databaseFolder, startDatabase } from './database-server.mjs';
import { stopLeftOvers } from './own-process.mjs';
import { redisFolder, startRedis } from './redis-server.mjs';
import { secretsOf } from './secrets.mjs';
import { ensureServerBinaries } from './system-packages.mjs';

/**
 * @typedef {object} Stack
 * @property {string} databaseUrl the application's account
 * @property {string} migrationUrl the owner's account: DDL and grants
 * @property {string} redisUrl
 * @property {string} tokenSecret
 * @property {string} dataKeys
 * @property {readonly import('./own-process.mjs').OwnProcess[]} processes
 * @property {() => Promise<void>} stop
 */

/**
 * Servers that somebody else runs: the launcher uses them and never starts, stops or wipes them.
 * @typedef {object} GivenServers
 * @property {string} [databaseUrl]
 * @property {string} [migrationUrl]
 * @property {string} [redisUrl]
 */

/** @type {import('./database-server.mjs').DatabaseSettings} */
export const DURABLE = { durable: true, bufferPool: '512M', administrator: false };

/** Nothing here outlives the run, so nothing is flushed; the owner may create schemas. */
export const FOR_TESTS = { durable: false, bufferPool: '256M', administrator: true };

/**
 * @typedef {object} StackOptions
 * @property {string} home
 * @property {import('./database-server.mjs').DatabaseSettings} [settings]
 * @property {GivenServers} [given]
 * @property {(text: string) => void} [say]
 */

/**
 * A private MariaDB and Redis under one folder, less what is given. What a killed launcher left there is
 * stopped first.
 * @param {StackOptions} options
 * @returns {Promise<Stack>}
 */
export async function startStack({ home: wanted, settings = DURABLE, given = {}, say }) {
  mkdirSync(wanted, { recursive: true, mode: 0o700 });
  const home = realpathSync(wanted);
  const secrets = secretsOf(home);
  await stopLeftOversOf(home);
  const needed = !(given.databaseUrl && given.redisUrl);
  const [database, redis] = needed ? await startMissing({ home, secrets, settings, given, say }) : [];
  const processes = [database, redis].flatMap((started) => (started ? [started.server] : []));
  return {
    ...addresses(secrets, database?.port, redis?.port),
    ...withoutUndefined({ ...given, migrationUrl: given.migrationUrl ?? given.databaseUrl }),
    tokenSecret: secrets.tokenSecret,
    dataKeys: `dev:${secrets.dataKey}`,
    processes,
    stop: async () => {
      await Promise.all(processes.map((each) => each.stop()));
    },
  };
}

/**
 * @param {{ home: string, secrets: import('./secrets.mjs').Secrets } & Pick<StackOptions, 'say'>
 *   & Required<Pick<StackOptions, 'settings' | 'given'>>} options
 */
async function startMissing({ home, secrets, settings, given, say }) {
  const binaries = await ensureServerBinaries(say);
  const { durable } = settings;
  const redis = { home, binary: binaries.redisServer, password: secrets.redisPassword, durable };
  return bothOrNone(
    given.databaseUrl ? undefined : startDatabase({ home, binaries, secrets, settings }),
    given.redisUrl ? undefined : startRedis(redis),
  );
}

/**
 * @param {import('./secrets.mjs').Secrets} secrets
 * @param {number | undefined} databasePort
 * @param {number | undefined} redisPort
 */
function addresses({ appPassword, ownerPassword, redisPassword }, databasePort, redisPort) {
  return {
    databaseUrl: `mysql://sanshe_app:${appPassword}@127.0.0.1:${databasePort}/sanshe`,
    migrationUrl: `mysql://sanshe_owner:${ownerPassword}@127.0.0.1:${databasePort}/sanshe`,
    redisUrl: `redis://:${redisPassword}@127.0.0.1:${redisPort}`,
  };
}

/** @param {GivenServers} given */
function withoutUndefined(given) {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

/** @typedef {{ server: import('./own-process.mjs').OwnProcess, port: number }} StartedServer */

/**
 * When one server does not start, the other one is stopped again.
 * @param {(Promise<StartedServer> | undefined)[]} starting
 */
async function bothOrNone(...starting) {
  const results = await Promise.allSettled(starting);
  const failure = results.find((each) => each.status === 'rejected');
  const started = results.map((each) => (each.status === 'fulfilled' ? each.value : undefined));
  if (failure === undefined) return started;
  await Promise.all(started.map((each) => each?.server.stop()));
  throw failure.reason;
}

/**
 * @param {string} home
 * @returns {Promise<string[]>}
 */
export function stopLeftOversOf(home) {
  return stopLeftOvers(join(home, 'run'), [databaseFolder(home), redisFolder(home)]);
}
