import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './paths.mjs';
import { runCommand } from './run-command.mjs';

/**
 * @typedef {object} StepResult
 * @property {number} passed
 * @property {number} failed
 * @property {string} output shown when something failed
 */

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {(signal: AbortSignal) => Promise<StepResult>} run
 */

/**
 * A check counts as one test: it passes or it fails.
 * @param {string} name
 * @param {readonly string[]} command program of node_modules/.bin or a script, and its arguments
 * @returns {Step}
 */
function check(name, [program = '', ...args]) {
  return {
    name,
    run: async (signal) => {
      const { code, output } = await runCommand(process.execPath, [join(ROOT, program), ...args], { signal });
      return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, output };
    },
  };
}

const TSC = 'node_modules/typescript/bin/tsc';
const WEB = 'apps/web/tsconfig.json';

/** What needs neither a build nor servers. */
export const STATIC_CHECKS = [
  check('types', [TSC, '--noEmit', '-p', 'tsconfig.json']),
  check('types of the launcher', [TSC, '-p', 'apps/launcher']),
  ...(existsSync(join(ROOT, WEB)) ? [check('types of the web', [TSC, '--noEmit', '-p', WEB])] : []),
  check('lint', [
    ...['node_modules/eslint/bin/eslint.js', '--max-warnings', '0', '--no-warn-ignored'],
    ...['--cache', '--cache-location', 'node_modules/.cache/eslint/', '--cache-strategy', 'content', '.'],
  ]),
  check('floors', [
    ...['node_modules/dependency-cruiser/bin/dependency-cruise.mjs', '--config', '.dependency-cruiser.cjs'],
    ...['apps', 'libs', 'test'],
  ]),
  check('format', ['node_modules/@biomejs/biome/bin/biome', 'format', '--max-diagnostics=20', '.']),
  check('unused', ['node_modules/knip/bin/knip.js', '--no-progress']),
];

/** What needs the build: the definitions that ship, and the API's description that the web's client is made from. */
export const BUILT_CHECKS = [
  check('processes', ['dist/apps/cli/src/main.js', 'processes', 'lint']),
  check('openapi', ['dist/apps/api/src/openapi.js', '--check']),
];
