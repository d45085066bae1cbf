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
 * @property {readonly import('./own-process.mjs').OwnProcess[]} processes
 * @property {() => Promise<void>} stop
 */

/** @type {import('./database-server.mjs').DatabaseSettings} */
export const DURABLE = { durable: true, bufferPool: '512M', administrator: false };

/** Nothing here outlives the run, so nothing is flushed; the owner may create schemas. */
export const FOR_TESTS = { durable: false, bufferPool: '256M', administrator: true };

/**
 * A private MariaDB and Redis under one folder. What a killed launcher left there is stopped first.
 * @param {{ home: string, settings?: import('./database-server.mjs').DatabaseSettings, say?: (text: string) => void }} options
 * @returns {Promise<Stack>}
 */
export async function startStack({ home: wanted, settings = DURABLE, say }) {
  mkdirSync(wanted, { recursive: true, mode: 0o700 });
  const home = realpathSync(wanted);
  const binaries = await ensureServerBinaries(say);
  const secrets = secretsOf(home);
  await stopLeftOversOf(home);
  /** @type {import('./own-process.mjs').OwnProcess[]} */
  const processes = [];
  const stop = async () => {
    await Promise.all(processes.map((each) => each.stop()));
  };
  const started = await Promise.allSettled([
    startDatabase({ home, binaries, secrets, settings }),
    startRedis({ home, binary: binaries.redisServer, password: secrets.redisPassword, durable: settings.durable }),
  ]);
  for (const each of started) if (each.status === 'fulfilled') processes.push(each.value.server);
  const [database, redis] = started;
  if (database.status === 'rejected' || redis.status === 'rejected') {
    await stop();
    throw started.find((each) => each.status === 'rejected')?.reason;
  }
  /** @param {string} account @param {string} password */
  const url = (account, password) => `mysql://${account}:${password}@127.0.0.1:${database.value.port}/sanshe`;
  return {
    databaseUrl: url('sanshe_app', secrets.appPassword),
    migrationUrl: url('sanshe_owner', secrets.ownerPassword),
    redisUrl: `redis://:${secrets.redisPassword}@127.0.0.1:${redis.value.port}`,
    tokenSecret: secrets.tokenSecret,
    processes,
    stop,
  };
}

/**
 * @param {string} home
 * @returns {Promise<string[]>}
 */
export function stopLeftOversOf(home) {
  return stopLeftOvers(join(home, 'run'), [databaseFolder(home), redisFolder(home)]);
}
