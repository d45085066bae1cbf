import { spawn } from 'node:child_process';
import { ROOT } from './paths.mjs';

/**
 * @typedef {object} CommandResult
 * @property {number} code exit code; 128 + signal number is not used, a signal counts as 1
 * @property {string} output stdout and stderr in the order they came
 * @property {string} stdout
 */

/**
 * Runs a command to its end and keeps what it printed.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, echo?: boolean, signal?: AbortSignal }} [options]
 * @returns {Promise<CommandResult>}
 */
export function runCommand(command, args, { cwd = ROOT, env = process.env, echo = false, signal } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], signal, killSignal: 'SIGTERM' });
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
    child.on('close', (code) => resolve({ code: code ?? 1, output, stdout }));
  });
}

/**
 * As runCommand, but an exit code other than 0 is an error that shows the end of the output.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Parameters<typeof runCommand>[2]} [options]
 */
export async function mustRun(command, args, options) {
  const result = await runCommand(command, args, options);
  if (result.code === 0) return result;
  const shown = result.output.trimEnd().split('\n').slice(-40).join('\n');
  throw new Error(`\`${[command, ...args].join(' ')}\` ended with code ${result.code}:\n${shown}`);
}
