import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprintOf, readStamp, writeStamp } from './fingerprint.mjs';
import { withLock } from './folder-lock.mjs';
import { HOME, ROOT } from './paths.mjs';
import { mustRun } from './run-command.mjs';

/**
 * @typedef {object} Build
 * @property {string} name
 * @property {string} output
 * @property {readonly string[]} sources
 * @property {readonly string[]} command
 */

/** @type {readonly Build[]} */
const BUILDS = [
  {
    name: 'server',
    output: 'dist',
    sources: [
      ...['apps/api', 'apps/worker', 'apps/cli', 'libs', 'test/bench', 'test/support'],
      ...['tsconfig.json', 'tsconfig.build.json', 'nest-cli.json', 'package.json', 'package-lock.json'],
    ],
    command: ['npx', '--no-install', 'nest', 'build'],
  },
  {
    name: 'web',
    output: 'apps/web/dist',
    sources: ['apps/web', 'package-lock.json'],
    command: ['npm', 'run', 'build', '--workspace', 'apps/web'],
  },
];

/**
 * Builds what is older than its sources.
 * @param {{ signal?: AbortSignal, only?: string }} [options]
 * @returns {Promise<string[]>} what was built
 */
export async function buildStale({ signal, only } = {}) {
  const stale = BUILDS.filter((build) => (only === undefined || build.name === only) && !isFresh(build));
  if (stale.length === 0) return [];
  await withLock(join(HOME, 'build.lock.json'), async () => {
    await Promise.all(stale.filter((build) => !isFresh(build)).map((build) => runBuild(build, signal)));
  });
  return stale.map(({ name }) => name);
}

/** @param {Build} build */
const stampFile = ({ output }) => join(ROOT, output, '.built-from');

/** @param {Build} build */
const isFresh = (build) => readStamp(stampFile(build)) === fingerprintOf(build.sources);

/**
 * The fingerprint is taken before, so that what changes meanwhile is built next time.
 * @param {Build} build
 * @param {AbortSignal} [signal]
 */
async function runBuild(build, signal) {
  const fingerprint = fingerprintOf(build.sources);
  const [command = '', ...args] = build.command;
  rmSync(stampFile(build), { force: true });
  await mustRun(command, args, { signal });
  writeStamp(stampFile(build), fingerprint);
}
