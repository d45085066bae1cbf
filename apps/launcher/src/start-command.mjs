import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { runCli, startApplications } from './application.mjs';
import { buildStale } from './build.mjs';
import { demoAccountsTable } from './demo-accounts.mjs';
import { takeLock } from './folder-lock.mjs';
import { anyFreePort, claimPort, claimPortFrom } from './free-port.mjs';
import { arePackagesInstalled, ensurePackages } from './node-packages.mjs';
import { HOME } from './paths.mjs';
import { Progress } from './progress.mjs';
import { startOwnedStack } from './owned-stack.mjs';
import { stopLeftOversOf } from './stack.mjs';
import { START_USAGE, startOptions } from './start-options.mjs';
import { Supervisor } from './supervisor.mjs';

const DEFAULT_PORT = 3000;
const TRAINING_PORT = 3100;

/**
 * `npm start`: from a bare clone to a running product, and back to nothing when it ends.
 * @param {readonly string[]} args
 * @returns {Promise<number>} exit code
 */
export async function startCommand(args) {
  const options = startOptions(args, process.env);
  if (options.help) {
    console.log(START_USAGE);
    return 0;
  }
  const lock = takeLock(join(homeOf(options), 'start.lock.json'));
  if ('holder' in lock) {
    const where = lock.holder.note ? ` at ${lock.holder.note}` : '';
    console.error(`Already running in this folder (process ${lock.holder.pid})${where}. Stop it first.`);
    return 1;
  }
  const progress = new Progress();
  const supervisor = new Supervisor();
  supervisor.own('lock', lock.release);
  supervisor.listenToSignals((text) => progress.say(text));
  bringUp(options, progress, supervisor, lock.note).catch((error) => {
    if (!supervisor.isEnding) console.error(error instanceof Error ? error.message : error);
    void supervisor.end(1);
  });
  const code = await supervisor.finished;
  progress.say('stopped');
  return code;
}

/**
 * @param {ReturnType<typeof startOptions>} options
 * @param {Progress} progress
 * @param {Supervisor} supervisor
 * @param {(text: string) => void} note
 */
async function bringUp(options, progress, supervisor, note) {
  const home = homeOf(options);
  const { port, release } = await portFor(options);
  supervisor.own('port', release);
  await prepareFolder(options, progress);
  const [stack] = await Promise.all([
    progress.step('database and Redis', (say) => startOwnedStack({ home, given: options.given }, supervisor, say)),
    prepareCode(progress, supervisor.signal),
  ]);
  const installation = {
    home,
    servers: stack,
    tokenSecret: stack.tokenSecret,
    dataKeys: stack.dataKeys,
    port,
    workerPort: await anyFreePort(),
    ...(options.training ? { extra: trainingSettings(home) } : {}),
  };
  const { signal } = supervisor;
  await progress.step('migrations', () => runCli(installation, ['db', 'migrate'], { signal }));
  await progress.step('data', () => runCli(installation, ['db', 'seed'], { signal }));
  if (options.training) await progress.step('clock', () => runCli(installation, ['training', 'resume'], { signal }));
  await progress.step('api and worker', (say) => startApplications(installation, supervisor, say));
  const accounts = await runCli(installation, ['demo', 'accounts', '--json'], { signal });
  const address = `http://127.0.0.1:${port}`;
  note(address);
  console.log(`\n${demoAccountsTable(accounts.stdout)}\n`);
  console.log(`  password of every demo account: ${process.env.SANSHE_DEMO_PASSWORD ?? DEMO_PASSWORD}\n`);
  if (options.training)
    console.log('  培训环境 · 时间加速: a day a minute; nothing here is real, and nothing is sent outside\n');
  progress.say(`ready: ${address}  (API: ${address}/api/docs)  Ctrl-C stops everything`);
}

/** The default of the application's DemoConfig; test/gate/settings.spec.ts holds the README to it. */
const DEMO_PASSWORD = 'Sanshe-Demo-2026';

/**
 * A training has a home of its own: it never meets the data of a usual start.
 * @param {ReturnType<typeof startOptions>} options
 */
function homeOf({ training }) {
  return training ? join(HOME, 'training') : HOME;
}

/**
 * Whatever the environment says, files stay in the training's own folder.
 * @param {string} home
 */
function trainingSettings(home) {
  return { SANSHE_CLOCK: 'training', SANSHE_DATA_DIR: join(home, 'data') };
}

/** @param {ReturnType<typeof startOptions>} options */
async function portFor({ port: wanted, training }) {
  if (wanted === undefined) return claimPortFrom(training ? TRAINING_PORT : DEFAULT_PORT);
  const claimed = await claimPort(wanted);
  if (claimed === undefined) throw new Error(`Port ${wanted} is in use: choose another with --port.`);
  return claimed;
}

/**
 * @param {ReturnType<typeof startOptions>} options
 * @param {Progress} progress
 */
async function prepareFolder(options, progress) {
  const home = homeOf(options);
  const stopped = await stopLeftOversOf(home);
  if (stopped.length > 0) progress.say(`stopped what an earlier start left running: ${stopped.join(', ')}`);
  if (!options.fresh) return;
  for (const name of ['database', 'redis', 'data']) rmSync(join(home, name), { recursive: true, force: true });
  progress.say('forgot the embedded data');
}

/**
 * @param {Progress} progress
 * @param {AbortSignal} signal
 */
async function prepareCode(progress, signal) {
  if (!arePackagesInstalled()) await progress.step('npm packages', () => ensurePackages(signal));
  await progress.step('build', async (say) => {
    const built = await buildStale({ signal });
    say(built.length > 0 ? `built ${built.join(', ')}` : 'up to date');
  });
}
