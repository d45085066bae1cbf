import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './paths.mjs';
import { runCommand } from './run-command.mjs';

/** Tiers of jest.config.mjs, cheapest first. */
export const TIERS = /** @type {const} */ (['unit', 'db', 'e2e', 'browser']);
/** @typedef {(typeof TIERS)[number]} Tier */

/**
 * @param {Tier} tier
 * @param {{ patterns?: readonly string[], workers?: number, environment?: () => NodeJS.ProcessEnv }} [options]
 * @returns {import('./check-steps.mjs').Step}
 */
export function jestStep(tier, { patterns = [], workers = 1, environment = () => ({}) } = {}) {
  return {
    name: `tests: ${tier}`,
    run: async (signal) => {
      const folder = mkdtempSync(join(tmpdir(), 'sanshe-jest-'));
      const file = join(folder, 'result.json');
      try {
        const { code, output } = await runCommand(process.execPath, jestArguments(tier, workers, file, patterns), {
          signal,
          env: { ...process.env, ...environment() },
        });
        return resultOf(file, code, output);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  };
}

/**
 * @param {Tier} tier
 * @param {number} workers
 * @param {string} file
 * @param {readonly string[]} patterns
 */
function jestArguments(tier, workers, file, patterns) {
  return [
    join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js'),
    ...['--config', 'jest.config.mjs', '--selectProjects', tier, '-w', String(workers)],
    ...['--ci', '--json', '--outputFile', file, ...patterns],
  ];
}

/**
 * A file that could not run at all counts as one failure; so does a run that ended badly without any.
 * @param {string} file
 * @param {number} code
 * @param {string} output
 * @returns {import('./check-steps.mjs').StepResult}
 */
function resultOf(file, code, output) {
  const counted = readCounts(file);
  const failed = counted.failed === 0 && code !== 0 ? 1 : counted.failed;
  // Jest prints its JSON to stdout as well; what a person reads is the rest.
  const shown = output
    .split('\n')
    .filter((line) => !line.startsWith('{"numFailedTestSuites"') && !line.startsWith('Test results written to'));
  return { passed: counted.passed, failed, output: shown.join('\n') };
}

/** @param {string} file */
function readCounts(file) {
  try {
    const result = JSON.parse(readFileSync(file, 'utf8'));
    return { passed: result.numPassedTests, failed: result.numFailedTests + result.numRuntimeErrorTestSuites };
  } catch {
    return { passed: 0, failed: 0 };
  }
}
