import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { applicationEnvironment, runCli, startApplications } from './application.mjs';
import { buildStale } from './build.mjs';
import { anyFreePort } from './free-port.mjs';
import { ensurePackages } from './node-packages.mjs';
import { ROOT } from './paths.mjs';
import { Progress } from './progress.mjs';
import { startOwnedStack } from './owned-stack.mjs';
import { Supervisor } from './supervisor.mjs';
import { makeTemporaryHome } from './temporary-home.mjs';

/**
 * A program that is played against a whole installation of its own, which is gone afterwards.
 * @typedef {object} Scenario
 * @property {readonly string[]} program file under dist/ and its arguments
 * @property {import('./database-server.mjs').DatabaseSettings} settings
 * @property {boolean} onDisk
 * @property {NodeJS.ProcessEnv} extra settings of api, worker and program
 * @property {boolean} [mailSink] the program listens as a mail server
 * @property {boolean} quiet only the program's own lines go to stdout
 */

/**
 * @param {Scenario} scenario
 * @returns {Promise<number>} exit code of the program
 */
export async function scenarioCommand(scenario) {
  const progress = new Progress(scenario.quiet ? process.stderr : process.stdout);
  const supervisor = new Supervisor();
  supervisor.listenToSignals((text) => progress.say(text), 130);
  play(scenario, progress, supervisor).then(
    (code) => supervisor.end(code),
    (error) => {
      if (!supervisor.isEnding) console.error(error instanceof Error ? error.message : error);
      return supervisor.end(1);
    },
  );
  return supervisor.finished;
}

/**
 * @param {Scenario} scenario
 * @param {Progress} progress
 * @param {Supervisor} supervisor
 */
async function play(scenario, progress, supervisor) {
  const { signal } = supervisor;
  await progress.step('npm packages', () => ensurePackages(signal));
  await progress.step('build', () => buildStale({ signal }));
  const installation = await progress.step('database and Redis', (say) => install(scenario, supervisor, say));
  await progress.step('migrations', () => runCli(installation, ['db', 'migrate'], { signal }));
  await progress.step('data', () => runCli(installation, ['db', 'seed'], { signal }));
  await progress.step('api and worker', (say) => startApplications(installation, supervisor, say));
  return runProgram(scenario.program, installation, signal);
}

/**
 * @param {Scenario} scenario
 * @param {Supervisor} supervisor
 * @param {(text: string) => void} say
 * @returns {Promise<import('./application.mjs').Installation>}
 */
async function install({ settings, onDisk, extra, mailSink = false }, supervisor, say) {
  const home = await makeTemporaryHome({ onDisk });
  supervisor.own('temporary folder', home.remove);
  const stack = await startOwnedStack({ home: home.folder, settings }, supervisor, say);
  const [port, workerPort, smtpPort] = await Promise.all([anyFreePort(), anyFreePort(), anyFreePort()]);
  return {
    home: home.folder,
    servers: stack,
    tokenSecret: stack.tokenSecret,
    dataKeys: stack.dataKeys,
    port,
    workerPort,
    // The program listens on this port as a mail server and counts what the worker sends.
    extra: mailSink
      ? {
          ...extra,
          SANSHE_SMTP_URL: `smtp://127.0.0.1:${smtpPort}`,
          SANSHE_SMTP_SINK_PORT: String(smtpPort),
          SANSHE_NOTIFICATIONS: 'at-once',
        }
      : extra,
  };
}

/**
 * What the program prints goes straight to the terminal.
 * @param {readonly string[]} program
 * @param {import('./application.mjs').Installation} installation
 * @param {AbortSignal} signal
 * @returns {Promise<number>}
 */
function runProgram([file = '', ...args], installation, signal) {
  const env = {
    ...applicationEnvironment(installation),
    SANSHE_LOG_LEVEL: 'warn',
    SANSHE_DATABASE_MIGRATION_URL: installation.servers.migrationUrl,
    SANSHE_API_URL: `http://127.0.0.1:${installation.port}`,
    SANSHE_WORKER_URL: `http://127.0.0.1:${installation.workerPort}`,
  };
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(ROOT, 'dist', file), ...args], { cwd: ROOT, env, stdio: 'inherit' });
    signal.addEventListener('abort', () => child.kill('SIGTERM'));
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}
