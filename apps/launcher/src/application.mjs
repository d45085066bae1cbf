import { join } from 'node:path';
import { startOwnProcess } from './own-process.mjs';
import { ROOT } from './paths.mjs';
import { mustRun } from './run-command.mjs';
import { waitFor } from './wait.mjs';

/**
 * @typedef {object} Installation
 * @property {string} home folder of data, logs and pid files
 * @property {{ databaseUrl: string, migrationUrl: string, redisUrl: string }} servers
 * @property {string} tokenSecret
 * @property {string} dataKeys
 * @property {number} port
 * @property {number} workerPort
 * @property {NodeJS.ProcessEnv} [extra] more settings, e.g. the clock or the mail server
 */

const main = (/** @type {string} */ app) => join(ROOT, 'dist', 'apps', app, 'src', 'main.js');

/**
 * The owner's account is given to migrations alone.
 * @param {Installation} installation
 * @returns {NodeJS.ProcessEnv}
 */
export function applicationEnvironment({ home, servers, tokenSecret, dataKeys, port, workerPort, extra = {} }) {
  return {
    NODE_OPTIONS: '--enable-source-maps',
    SANSHE_LOG_LEVEL: 'info',
    ...process.env,
    SANSHE_DATABASE_URL: servers.databaseUrl,
    SANSHE_REDIS_URL: servers.redisUrl,
    SANSHE_TOKEN_SECRET: process.env.SANSHE_TOKEN_SECRET ?? tokenSecret,
    SANSHE_DATA_KEYS: process.env.SANSHE_DATA_KEYS ?? dataKeys,
    SANSHE_HOST: process.env.SANSHE_HOST ?? '127.0.0.1',
    SANSHE_PORT: String(port),
    SANSHE_WORKER_PORT: String(workerPort),
    SANSHE_DATA_DIR: process.env.SANSHE_DATA_DIR ?? join(home, 'data'),
    SANSHE_PUBLIC_URL: process.env.SANSHE_PUBLIC_URL ?? `http://127.0.0.1:${port}`,
    ...extra,
  };
}

/**
 * Runs one command of `sanshe …` with the owner's account.
 * @param {Installation} installation
 * @param {readonly string[]} args
 * @param {import('./run-command.mjs').CommandOptions} [options]
 */
export function runCli(installation, args, options = {}) {
  const env = {
    ...applicationEnvironment(installation),
    SANSHE_LOG_LEVEL: 'warn',
    SANSHE_DATABASE_MIGRATION_URL: installation.servers.migrationUrl,
  };
  return mustRun(process.execPath, [main('cli'), ...args], { ...options, env });
}

/**
 * Starts api and worker, owned and watched, and waits until both say that they are healthy.
 * @param {Installation} installation
 * @param {import('./supervisor.mjs').Supervisor} supervisor
 * @param {(text: string) => void} say
 */
export async function startApplications(installation, supervisor, say) {
  supervisor.signal.throwIfAborted();
  const api = startApplication('api', installation);
  const worker = startApplication('worker', installation);
  for (const child of [api, worker]) {
    supervisor.own(child.name, () => child.stop());
    supervisor.watch(child, say);
  }
  await Promise.all([
    waitUntilHealthy(api, `${addressOf(installation.port)}/api/health`, supervisor.signal),
    waitUntilHealthy(worker, `${addressOf(installation.workerPort)}/health`, supervisor.signal),
  ]);
}

/**
 * @param {'api' | 'worker'} name
 * @param {Installation} installation
 */
function startApplication(name, installation) {
  return startOwnProcess({
    name,
    command: process.execPath,
    args: [main(name)],
    runFolder: join(installation.home, 'run'),
    cwd: ROOT,
    env: applicationEnvironment(installation),
  });
}

/** Where a process of ours answers: on the loopback, also when it listens on all addresses. @param {number} port */
function addressOf(port) {
  return `http://${process.env.SANSHE_HOST === '::1' ? '[::1]' : '127.0.0.1'}:${port}`;
}

/**
 * @param {import('./own-process.mjs').OwnProcess} child
 * @param {string} page
 * @param {AbortSignal} signal
 */
async function waitUntilHealthy(child, page, signal) {
  await waitFor({
    what: child.name,
    limitMs: 60_000,
    everyMs: 100,
    check: () => isHealthy(page),
    giveUp: () => {
      if (signal.aborted) return 'stopping';
      return child.isRunning() ? undefined : `it ended:\n${child.logTail()}`;
    },
  });
}

/** @param {string} address */
async function isHealthy(address) {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(2_000) });
    return response.ok;
  } catch {
    return false;
  }
}
