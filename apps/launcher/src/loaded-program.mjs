import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { buildStale } from './build.mjs';
import { ensurePackages } from './node-packages.mjs';
import { ROOT } from './paths.mjs';

/**
 * A program of the tests that brings up an installation by itself, run from its TypeScript as the specs are.
 * @param {string} file under test/
 * @param {readonly string[]} args
 * @returns {Promise<number>} exit code
 */
export async function runLoaded(file, args) {
  const { signal } = new AbortController();
  await ensurePackages(signal);
  await buildStale({ signal });
  const register = join(ROOT, 'test', 'runner', 'register.mjs');
  const loader = ['--conditions=source', '--enable-source-maps', '--import', register];
  const child = spawn(process.execPath, [...loader, join(ROOT, 'test', file), ...args], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}
