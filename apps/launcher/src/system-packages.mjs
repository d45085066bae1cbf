import { findExecutable, findServerBinaries } from './server-binaries.mjs';
import { mustRun } from './run-command.mjs';

/** The core packages bring the servers without a system service. */
const SERVER_PACKAGES = ['mariadb-server-core', 'mariadb-client-core', 'redis-server'];

const INSTALL_HINT = `Install MariaDB (10.11 or later) and Redis (7 or later), then start again:
  Debian, Ubuntu:  sudo apt-get install ${SERVER_PACKAGES.join(' ')}
  Fedora, RHEL:    sudo dnf install mariadb-server redis
  Arch:            sudo pacman -S mariadb redis
  macOS:           brew install mariadb redis
Or use servers that run already: set DATABASE_URL=mysql://user:password@host:3306/database and REDIS_URL=redis://host:6379.`;

/** How to become root for apt-get: nothing to prepend, `sudo -n`, or undefined when there is no way. */
function rootPrefix() {
  if (process.getuid?.() === 0) return [];
  const sudo = findExecutable(['sudo']);
  return sudo === undefined ? undefined : [sudo, ...(process.stdin.isTTY ? [] : ['-n'])];
}

/** @returns {boolean} */
export function canInstallPackages() {
  return findExecutable(['apt-get']) !== undefined && rootPrefix() !== undefined;
}

/**
 * Installs Debian packages. RUNLEVEL=1 keeps their services from starting.
 * @param {readonly string[]} names
 */
export async function installPackages(names) {
  const prefix = rootPrefix();
  if (prefix === undefined) throw new Error(`root or sudo is needed to install ${names.join(' ')}`);
  const environment = ['env', 'DEBIAN_FRONTEND=noninteractive', 'RUNLEVEL=1'];
  /** @param {string[]} args */
  const apt = async (...args) => {
    const [command, ...rest] = [...prefix, ...environment, 'apt-get', '-q', ...args];
    await mustRun(command ?? 'apt-get', rest);
  };
  await apt('-o', 'DPkg::Lock::Timeout=120', 'update');
  await apt('-o', 'DPkg::Lock::Timeout=120', 'install', '-y', '--no-install-recommends', ...names);
}

/**
 * The binaries of both servers, installed first where that is possible.
 * @param {(text: string) => void} [say]
 * @returns {Promise<{ databaseServer: string, databaseInstall: string, redisServer: string }>}
 */
export async function ensureServerBinaries(say = () => undefined) {
  let found = findServerBinaries();
  const isComplete = () => Object.values(found).every(Boolean);
  if (!isComplete() && canInstallPackages()) {
    say(`installing ${SERVER_PACKAGES.join(', ')}`);
    await installPackages(SERVER_PACKAGES);
    found = findServerBinaries();
  }
  const { databaseServer, databaseInstall, redisServer } = found;
  if (!databaseServer || !databaseInstall || !redisServer) throw new Error(INSTALL_HINT);
  return { databaseServer, databaseInstall, redisServer };
}
