import { parseArgs } from 'node:util';
import { buildStale } from './build.mjs';
import { BUILT_CHECKS, STATIC_CHECKS } from './check-steps.mjs';
import { jestStep, TIERS } from './jest-step.mjs';
import { report, runLanes } from './lanes.mjs';
import { ensurePackages } from './node-packages.mjs';
import { Progress } from './progress.mjs';
import { startOwnedStack } from './owned-stack.mjs';
import { FOR_TESTS } from './stack.mjs';
import { Supervisor } from './supervisor.mjs';
import { ensureBrowser } from './test-browser.mjs';
import { makeTemporaryHome } from './temporary-home.mjs';

/** @typedef {import('./check-steps.mjs').Step} Step */
/** @typedef {import('./jest-step.mjs').Tier} Tier */

const PARTS = /** @type {const} */ (['checks', 'built', ...TIERS]);
/** @typedef {(typeof PARTS)[number]} Part */

/**
 * `npm test` and `npm run check`: everything they need is brought up here and stopped again.
 * @param {readonly string[]} args `--only <part>` (more than once) and patterns of test files
 * @param {readonly Part[]} parts what runs when nothing is picked
 * @returns {Promise<number>} exit code
 */
export async function testCommand(args, parts = PARTS) {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { only: { type: 'string', multiple: true } },
    allowPositionals: true,
  });
  const wanted = partsOf(values.only, parts);
  const progress = new Progress();
  const supervisor = new Supervisor();
  supervisor.listenToSignals((text) => progress.say(text), 130);
  runParts({ wanted, patterns: positionals, progress, supervisor }).then(
    (code) => supervisor.end(code),
    (error) => {
      if (!supervisor.isEnding) {
        console.error(error instanceof Error ? error.message : error);
        console.log('\n0 passed, 1 failed');
      }
      return supervisor.end(1);
    },
  );
  return supervisor.finished;
}

/**
 * @param {readonly string[] | undefined} only
 * @param {readonly Part[]} parts
 * @returns {readonly Part[]}
 */
function partsOf(only, parts) {
  if (only === undefined) return parts;
  return only.map((name) => {
    const part = PARTS.find((each) => each === name);
    if (part === undefined) throw new Error(`--only ${name}: one of ${PARTS.join(', ')}`);
    return part;
  });
}

/**
 * @typedef {object} Run
 * @property {readonly Part[]} wanted
 * @property {readonly string[]} patterns
 * @property {Progress} progress
 * @property {Supervisor} supervisor
 */

/**
 * Two lanes for two cores: what needs only the sources, and what needs a build and servers.
 * @param {Run} run
 */
async function runParts(run) {
  const { wanted, progress, supervisor } = run;
  const { signal } = supervisor;
  await progress.step('npm packages', () => ensurePackages(signal));
  const needsServers = wanted.some((part) => part === 'db' || part === 'e2e' || part === 'browser');
  const environment = needsServers ? await startServers(run) : {};
  const finished = await runLanes([sourceLane(run), builtLane(run, environment)], progress, signal);
  const { text, failed } = report(finished);
  console.log(text);
  return failed === 0 && finished.length > 0 ? 0 : 1;
}

/**
 * @param {Run} run
 * @returns {readonly Step[]}
 */
function sourceLane({ wanted, patterns }) {
  return [
    ...(wanted.includes('checks') ? STATIC_CHECKS : []),
    ...(wanted.includes('unit') ? [jestStep('unit', { patterns })] : []),
  ];
}

/**
 * @param {Run} run
 * @param {NodeJS.ProcessEnv} environment
 * @returns {readonly Step[]}
 */
function builtLane({ wanted, patterns, progress }, environment) {
  /** @type {Step[]} */
  const steps = [];
  if (wanted.some((part) => part === 'built' || part === 'e2e' || part === 'browser')) steps.push(BUILD);
  if (wanted.includes('built')) steps.push(...BUILT_CHECKS);
  for (const tier of /** @type {const} */ (['db', 'e2e'])) {
    if (wanted.includes(tier)) {
      // Each worker has a schema of its own; two keep the whole run under its quarter of an hour.
      steps.push(jestStep(tier, { patterns, workers: tier === 'db' ? 2 : 1, environment: () => environment }));
    }
  }
  if (wanted.includes('browser')) steps.push(browserStep(patterns, environment, progress));
  return steps;
}

/** @type {Step} */
const BUILD = {
  name: 'build',
  run: async (signal) => {
    await buildStale({ signal });
    return { passed: 1, failed: 0, output: '' };
  },
};

/**
 * @param {readonly string[]} patterns
 * @param {NodeJS.ProcessEnv} environment
 * @param {Progress} progress
 * @returns {Step}
 */
function browserStep(patterns, environment, progress) {
  return {
    name: 'tests: browser',
    run: async (signal) => {
      const browser = await ensureBrowser((text) => progress.say(text));
      const env = { ...environment, SANSHE_TEST_BROWSER: browser };
      return jestStep('browser', { patterns, environment: () => env }).run(signal);
    },
  };
}

/** @param {Run} run */
async function startServers({ progress, supervisor }) {
  const home = await makeTemporaryHome();
  supervisor.own('temporary folder', home.remove);
  const stack = await progress.step('database and Redis for the tests', (say) =>
    startOwnedStack({ home: home.folder, settings: FOR_TESTS }, supervisor, say),
  );
  return { SANSHE_TEST_DATABASE_ADMIN_URL: stack.migrationUrl, SANSHE_TEST_REDIS_URL: stack.redisUrl };
}
