import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @typedef {object} Secrets
 * @property {string} rootPassword
 * @property {string} ownerPassword
 * @property {string} appPassword
 * @property {string} redisPassword
 * @property {string} tokenSecret
 * @property {string} dataKey 256 bits in hex; without it the personal data of this database cannot be read
 */

const NAMES = /** @type {const} */ ([
  'rootPassword',
  'ownerPassword',
  'appPassword',
  'redisPassword',
  'tokenSecret',
  'dataKey',
]);
const BYTES = 32;

/**
 * Random secrets of one embedded stack, made once and kept readable for their owner alone.
 * @param {string} home
 * @returns {Secrets}
 */
export function secretsOf(home) {
  mkdirSync(home, { recursive: true, mode: 0o700 });
  chmodSync(home, 0o700);
  const file = join(home, 'secrets.json');
  const kept = readKept(file);
  const secrets = Object.fromEntries(NAMES.map((name) => [name, kept[name] ?? randomBytes(BYTES).toString('hex')]));
  if (NAMES.some((name) => kept[name] === undefined)) {
    writeFileSync(`${file}.new`, JSON.stringify(secrets, null, 2), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }
  return /** @type {any} every name of NAMES was just set */ (secrets);
}

/**
 * @param {string} file
 * @returns {Partial<Secrets>}
 */
function readKept(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') return {};
    throw new Error(`${file} cannot be read; it holds the passwords of the embedded database.`, { cause: error });
  }
}
