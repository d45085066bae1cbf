import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const USUAL_FOLDERS = [
  '/usr/sbin',
  '/usr/bin',
  '/usr/local/sbin',
  '/usr/local/bin',
  '/usr/libexec',
  '/usr/local/mysql/bin',
  '/usr/local/mariadb/bin',
  '/opt/homebrew/bin',
  '/opt/homebrew/opt/mariadb/bin',
  '/usr/local/opt/mariadb/bin',
];

const NAMES = {
  databaseServer: ['mariadbd', 'mysqld'],
  databaseInstall: ['mariadb-install-db', 'mysql_install_db'],
  redisServer: ['redis-server', 'valkey-server'],
};

/** @typedef {keyof typeof NAMES} ServerBinary */

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * @param {readonly string[]} names
 * @returns {string | undefined}
 */
export function findExecutable(names) {
  const folders = [...(process.env.PATH ?? '').split(delimiter).filter(Boolean), ...USUAL_FOLDERS];
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

/** @returns {Record<ServerBinary, string | undefined>} */
export function findServerBinaries() {
  return {
    databaseServer: findExecutable(NAMES.databaseServer),
    databaseInstall: findExecutable(NAMES.databaseInstall),
    redisServer: findExecutable(NAMES.redisServer),
  };
}

/** The browser of the browser tests. @returns {string | undefined} */
export function findBrowser() {
  return findExecutable(['chromium', 'chromium-browser', 'google-chrome']);
}
