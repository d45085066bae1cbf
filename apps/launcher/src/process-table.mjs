import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/**
 * What identifies a process beyond its number, which the kernel gives out again: when it was started.
 * From /proc on Linux, from `ps` elsewhere. Undefined: no such process (a zombie is none either).
 * @param {number} pid
 * @returns {string | undefined}
 */
export function startTimeOf(pid) {
  if (process.platform !== 'linux') return startTimeByPs(pid);
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The command stands in brackets and may hold spaces; state is the first field after it, start time the 20th.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[19];
  } catch {
    return undefined;
  }
}

/**
 * @param {number} pid
 * @returns {number | undefined}
 */
function parentOf(pid) {
  try {
    return Number(execFileSync('ps', ['-o', 'ppid=', '-p', String(pid)], { encoding: 'utf8' })) || undefined;
  } catch {
    return undefined;
  }
}

/**
 * npm runs a script through a shell, and neither hands every signal on: the launcher would live on without
 * them. Undefined when npm did not start this process.
 * @returns {(() => boolean) | undefined} whether npm or its shell is gone
 */
export function watchNpm() {
  if (process.env.npm_lifecycle_event === undefined) return undefined;
  const parents = [process.ppid, parentOf(process.ppid)].filter((pid) => pid !== undefined && pid > 1);
  const started = parents.map((pid) => /** @type {const} */ ([pid, startTimeOf(pid ?? 0)]));
  return () => started.some(([pid, startTime]) => startTimeOf(pid ?? 0) !== startTime);
}

/** @param {number} pid */
function startTimeByPs(pid) {
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined;
  } catch {
    return undefined;
  }
}

/**
 * Processes whose working directory is exactly this folder (servers change into their data directory).
 * Only where /proc exists; elsewhere the pid files alone must do.
 * @param {string} folder
 * @returns {number[]}
 */
export function processesWorkingIn(folder) {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => pid !== process.pid && workingDirectoryOf(pid) === folder);
}

/** @param {number} pid */
function workingDirectoryOf(pid) {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}
