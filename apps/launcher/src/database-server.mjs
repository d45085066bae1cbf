import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { anyFreePort } from './free-port.mjs';
import { startOwnProcess } from './own-process.mjs';
import { mustRun } from './run-command.mjs';
import { waitFor } from './wait.mjs';

/**
 * @typedef {object} DatabaseSettings
 * @property {boolean} durable false for tests only: a crash of the machine may lose the last second
 * @property {string} bufferPool e.g. `256M`
 * @property {boolean} administrator whether the owner account may create schemas and users (tests)
 */

/**
 * @typedef {object} DatabaseSpec
 * @property {string} home
 * @property {{ databaseServer: string, databaseInstall: string }} binaries
 * @property {import('./secrets.mjs').Secrets} secrets
 * @property {DatabaseSettings} settings
 */

/**
 * A private MariaDB: own data directory, loopback, free port, own accounts. Nothing of the machine's own
 * configuration is read.
 * @param {DatabaseSpec} spec
 */
export async function startDatabase(spec) {
  const dataFolder = databaseFolder(spec.home);
  mkdirSync(temporaryFolder(spec.home), { recursive: true, mode: 0o700 });
  if (!existsSync(dataFolder)) await initialise(spec, dataFolder);
  writeAccounts(spec);
  for (let attempt = 1; ; attempt += 1) {
    const port = await anyFreePort();
    writeConfiguration(spec, port);
    const server = startOwnProcess({
      name: 'mariadb',
      command: spec.binaries.databaseServer,
      args: [`--defaults-file=${configurationFile(spec.home)}`],
      runFolder: join(spec.home, 'run'),
      cwd: dataFolder,
    });
    try {
      await waitUntilReady(server, port);
      return { server, port };
    } catch (error) {
      await server.stop();
      if (attempt === 3 || !server.logTail().includes('Address already in use')) throw withLog(error, server);
    }
  }
}

/** @param {string} home */
export const databaseFolder = (home) => join(home, 'database');
/** @param {string} home */
const configurationFile = (home) => join(home, 'run', 'mariadb.cnf');
/** Two servers that share one folder for temporary tables take each other's files. @param {string} home */
const temporaryFolder = (home) => join(home, 'tmp');
/** @param {string} home */
const accountsFile = (home) => join(home, 'run', 'accounts.sql');

/**
 * Built beside and moved into place, so that an interrupted first start leaves nothing half made.
 * @param {DatabaseSpec} spec
 * @param {string} dataFolder
 */
async function initialise({ binaries, home }, dataFolder) {
  const fresh = join(home, 'database.new');
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true, mode: 0o700 });
  const args = [
    '--no-defaults',
    `--datadir=${fresh}`,
    '--auth-root-authentication-method=normal',
    '--skip-test-db',
    '--skip-name-resolve',
    ...asRoot().map((user) => `--user=${user}`),
  ];
  await mustRun(binaries.databaseInstall, args, { env: { ...process.env, TMPDIR: temporaryFolder(home) } });
  renameSync(fresh, dataFolder);
}

/** mariadbd refuses to run as root unless told so. */
const asRoot = () => (process.getuid?.() === 0 ? ['root'] : []);

/**
 * Executed by the server at every start before it listens: accounts and passwords follow the secrets file.
 * @param {DatabaseSpec} spec
 */
function writeAccounts({ home, secrets, settings }) {
  const scope = settings.administrator ? '*.*' : '`sanshe`.*';
  const statements = [
    'CREATE DATABASE IF NOT EXISTS `sanshe` CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci',
    "DELETE FROM mysql.global_priv WHERE User = '' OR (User = 'root' AND Host <> 'localhost')",
    'FLUSH PRIVILEGES',
    `ALTER USER 'root'@'localhost' IDENTIFIED BY '${secrets.rootPassword}'`,
    "CREATE USER IF NOT EXISTS 'sanshe_owner'@'%'",
    `ALTER USER 'sanshe_owner'@'%' IDENTIFIED BY '${secrets.ownerPassword}'`,
    `GRANT ALL PRIVILEGES ON ${scope} TO 'sanshe_owner'@'%' WITH GRANT OPTION`,
    "CREATE USER IF NOT EXISTS 'sanshe_app'@'%'",
    `ALTER USER 'sanshe_app'@'%' IDENTIFIED BY '${secrets.appPassword}'`,
  ];
  mkdirSync(join(home, 'run'), { recursive: true, mode: 0o700 });
  writeFileSync(accountsFile(home), statements.map((statement) => `${statement};\n`).join(''), { mode: 0o600 });
}

/**
 * The socket's path is relative to the data directory: an absolute one may pass the limit of 107 bytes.
 * @param {DatabaseSpec} spec
 * @param {number} port
 */
function writeConfiguration({ home, settings }, port) {
  const lines = [
    '[mariadbd]',
    ...asRoot().map((user) => `user=${user}`),
    `datadir=${databaseFolder(home)}`,
    'socket=mariadb.sock',
    `tmpdir=${temporaryFolder(home)}`,
    `pid-file=${join(home, 'run', 'mariadb.pid')}`,
    `port=${port}`,
    'bind-address=127.0.0.1',
    `init-file=${accountsFile(home)}`,
    'skip-name-resolve',
    'skip-log-bin',
    'performance-schema=0',
    'character-set-server=utf8mb4',
    'collation-server=utf8mb4_unicode_ci',
    'transaction-isolation=READ-COMMITTED',
    'max-connections=300',
    'max-allowed-packet=64M',
    'innodb-lock-wait-timeout=5',
    `innodb-buffer-pool-size=${settings.bufferPool}`,
    'innodb-log-file-size=256M',
    `innodb-flush-log-at-trx-commit=${settings.durable ? 1 : 0}`,
    ...(settings.durable ? [] : ['innodb-doublewrite=0', 'innodb-use-native-aio=0', 'innodb-flush-method=fsync']),
  ];
  writeFileSync(configurationFile(home), `${lines.join('\n')}\n`, { mode: 0o600 });
}

/**
 * @param {import('./own-process.mjs').OwnProcess} server
 * @param {number} port
 */
function waitUntilReady(server, port) {
  return waitFor({
    what: 'MariaDB',
    limitMs: 120_000,
    check: () => greets(port),
    giveUp: () => (server.isRunning() ? undefined : 'the server ended'),
  });
}

/**
 * Whether a MySQL server greets on this port: it speaks first, protocol version 10 after the packet header.
 * @param {number} port
 * @returns {Promise<boolean>}
 */
function greets(port) {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    /** @param {boolean} answer */
    const finish = (answer) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(500, () => finish(false));
    socket.on('error', () => finish(false));
    socket.on('close', () => finish(false));
    socket.on('data', (data) => finish(data[4] === 10));
  });
}

/**
 * @param {unknown} error
 * @param {import('./own-process.mjs').OwnProcess} server
 */
function withLog(error, server) {
  const message = error instanceof Error ? error.message : String(error);
  return new Error(`${message}\n${server.logTail()}\n(${server.logFile})`);
}
