import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
    try {
      writeFileSync(file, JSON.stringify(me), { flag: 'wx', mode: 0o600 });
      return {
        release: () => rmSync(file, { force: true }),
        note: (text) => writeFileSync(file, JSON.stringify({ ...me, note: text })),
      };
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
    const holder = readHolder(file);
    if (holder && startTimeOf(holder.pid) === holder.startTime) return { holder };
    rmSync(file, { force: true });
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
