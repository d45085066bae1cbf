import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { startTimeOf } from './process-table.mjs';
import { waitFor } from './wait.mjs';

/**
 * @typedef {object} LockHolder
 * @property {number} pid
 * @property {string} startTime
 * @property {string} [note]
 */

/**
 * Takes the lock or says who holds it. A holder that is gone (SIGKILL, power cut) holds nothing.
 * @param {string} file
 * @returns {{ release: () => void, note: (text: string) => void } | { holder: LockHolder }}
 */
export function takeLock(file) {
  mkdirSync(dirname(file), { recursive: true });
  const me = { pid: process.pid, startTime: startTimeOf(process.pid) ?? '' };
  for (;;) {
    if (createWhole(file, JSON.stringify(me))) {
      return {
        release: () => rmSync(file, { force: true }),
        note: (text) => writeFileSync(file, JSON.stringify({ ...me, note: text })),
      };
    }
    const holder = readHolder(file);
    if (holder && startTimeOf(holder.pid) === holder.startTime) return { holder };
    rmSync(file, { force: true });
  }
}

/**
 * Creates the file with its content in one step, so that nobody reads it half written.
 * @param {string} file
 * @param {string} text
 * @returns {boolean} false: it is there already
 */
function createWhole(file, text) {
  const own = `${file}.${process.pid}`;
  writeFileSync(own, text, { mode: 0o600 });
  try {
    linkSync(own, file);
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(own);
  }
}

/**
 * @param {string} file
 * @returns {LockHolder | undefined}
 */
function readHolder(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * Does the work while no other process does it in this folder.
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} work
 */
export async function withLock(file, work) {
  const lock = await waitFor({
    what: `the lock ${file}`,
    limitMs: 10 * 60_000,
    everyMs: 200,
    check: () => {
      const taken = takeLock(file);
      return 'release' in taken ? taken : undefined;
    },
  });
  try {
    return await work();
  } finally {
    lock.release();
  }
}
