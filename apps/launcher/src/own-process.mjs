import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { processesWorkingIn, startTimeOf } from './process-table.mjs';
import { waitFor } from './wait.mjs';

/**
 * @typedef {object} OwnProcess
 * @property {string} name
 * @property {number} pid also the id of its process group
 * @property {string} logFile
 * @property {Promise<{ code: number | null, signal: NodeJS.Signals | null }>} exited
 * @property {() => boolean} isRunning
 * @property {() => string} logTail
 * @property {(graceMs?: number) => Promise<void>} stop
 */

/**
 * @typedef {object} ProcessSpec
 * @property {string} name
 * @property {string} command
 * @property {readonly string[]} args
 * @property {string} runFolder where pid file and log go
 * @property {string} cwd
 * @property {NodeJS.ProcessEnv} [env]
 */

/**
 * Starts a process in a process group of its own, so that Ctrl-C in the terminal reaches the launcher alone
 * and the launcher stops its children in order. The pid file outlives a SIGKILL of the launcher.
 * @param {ProcessSpec} spec
 * @returns {OwnProcess}
 */
export function startOwnProcess({ name, command, args, runFolder, cwd, env = process.env }) {
  mkdirSync(runFolder, { recursive: true, mode: 0o700 });
  const logFile = join(runFolder, `${name}.log`);
  const log = openSync(logFile, 'w', 0o600);
  const child = spawn(command, args, { cwd, env, detached: true, stdio: ['ignore', log, log] });
  closeSync(log);
  const pid = child.pid ?? -1;
  const pidFile = join(runFolder, `${name}.pid.json`);
  if (pid > 0) writeFileSync(pidFile, JSON.stringify({ pid, startTime: startTimeOf(pid), command: basename(command) }));
  let running = pid > 0;
  /** @type {OwnProcess['exited']} */
  const exited = new Promise((resolve) => {
    child.on('error', () => resolve({ code: 127, signal: null }));
    child.on('exit', (code, signal) => resolve({ code, signal }));
  });
  void exited.then(() => {
    running = false;
    rmSync(pidFile, { force: true });
  });
  return {
    name,
    pid,
    logFile,
    exited,
    isRunning: () => running,
    logTail: () => tailOf(logFile),
    stop: async (graceMs) => {
      if (running) await stopGroup(pid, graceMs);
      await exited;
    },
  };
}

/** @param {string} file */
function tailOf(file) {
  try {
    return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-25).join('\n');
  } catch {
    return '';
  }
}

/**
 * TERM to the whole group, KILL when the grace has passed.
 * @param {number} pid
 * @param {number} [graceMs]
 */
export async function stopGroup(pid, graceMs = 20_000) {
  const startTime = startTimeOf(pid);
  if (startTime === undefined) return;
  const isGone = () => startTimeOf(pid) !== startTime;
  signalGroup(pid, 'SIGTERM');
  try {
    await waitFor({ what: `process ${pid}`, limitMs: graceMs, everyMs: 20, check: isGone });
  } catch {
    signalGroup(pid, 'SIGKILL');
    await waitFor({ what: `killed process ${pid}`, limitMs: 10_000, everyMs: 20, check: isGone });
  }
}

/**
 * @param {number} pid
 * @param {NodeJS.Signals} signal
 */
function signalGroup(pid, signal) {
  for (const target of [-pid, pid]) {
    try {
      process.kill(target, signal);
      return;
    } catch {
      // No such group: the process may not be a group leader (found by its folder); try it alone.
    }
  }
}

/**
 * Stops what an earlier, killed launcher left running: by pid file and start time, and by the data
 * directories that only its own servers work in.
 * @param {string} runFolder
 * @param {readonly string[]} dataFolders
 * @returns {Promise<string[]>} names of what was stopped
 */
export async function stopLeftOvers(runFolder, dataFolders) {
  /** @type {Map<number, string>} */
  const found = new Map();
  for (const [name, recorded] of recordedProcesses(runFolder)) {
    if (startTimeOf(recorded.pid) === recorded.startTime) found.set(recorded.pid, name);
    rmSync(join(runFolder, `${name}.pid.json`), { force: true });
  }
  for (const folder of dataFolders) {
    for (const pid of processesWorkingIn(folder)) if (!found.has(pid)) found.set(pid, basename(folder));
  }
  await Promise.all([...found.keys()].map((pid) => stopGroup(pid)));
  return [...found.values()];
}

/**
 * @param {string} runFolder
 * @returns {[string, { pid: number, startTime: string }][]}
 */
function recordedProcesses(runFolder) {
  try {
    return readdirSync(runFolder)
      .filter((file) => file.endsWith('.pid.json'))
      .map((file) => [file.slice(0, -'.pid.json'.length), JSON.parse(readFileSync(join(runFolder, file), 'utf8'))]);
  } catch {
    return [];
  }
}
