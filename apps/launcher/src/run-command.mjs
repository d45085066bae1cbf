import { spawn } from 'node:child_process';
import { ROOT } from './paths.mjs';

/**
 * @typedef {object} CommandResult
 * @property {number} code exit code; a signal counts as 1
 * @property {string} output stdout and stderr in the order they came
 * @property {string} stdout
 */

/**
 * @typedef {object} CommandOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {boolean} [echo] prints what the command prints, as it comes
 * @property {AbortSignal} [signal] ends the command with all it started; it then has a process group of its own
 */

/**
 * Runs a command to its end and keeps what it printed.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {CommandOptions} [options]
 * @returns {Promise<CommandResult>}
 */
export function runCommand(command, args, { cwd = ROOT, env = process.env, echo = false, signal } = {}) {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], detached: signal !== undefined });
    const abort = () => endGroup(child.pid);
    signal?.addEventListener('abort', abort);
    let output = '';
    let stdout = '';
    child.stdout.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
      output += text;
      stdout += text;
      if (echo) process.stdout.write(text);
    });
    child.stderr.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
      output += text;
      if (echo) process.stderr.write(text);
    });
    child.on('error', reject);
    child.on('close', (code) => {
      signal?.removeEventListener('abort', abort);
      resolve({ code: code ?? 1, output, stdout });
    });
  });
}

/** @param {number | undefined} pid */
function endGroup(pid) {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGTERM');
  } catch {
    // The group is gone already.
  }
}

/**
 * As runCommand, but an exit code other than 0 is an error that shows the end of the output.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {CommandOptions} [options]
 */
export async function mustRun(command, args, options) {
  const result = await runCommand(command, args, options);
  if (result.code === 0) return result;
  options?.signal?.throwIfAborted();
  throw new Error(`\`${[command, ...args].join(' ')}\` ended with code ${result.code}:\n${shortened(result.output)}`);
}

/** Tools say first what is wrong, or last. @param {string} output */
function shortened(output) {
  const lines = output.trimEnd().split('\n');
  if (lines.length <= 60) return lines.join('\n');
  return [...lines.slice(0, 15), `… (${lines.length - 55} lines)`, ...lines.slice(-40)].join('\n');
}
