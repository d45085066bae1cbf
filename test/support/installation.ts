import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Installation, applicationEnvironment, runCli } from '../../apps/launcher/src/application.mjs';
import { startDatabase } from '../../apps/launcher/src/database-server.mjs';
import { anyFreePort } from '../../apps/launcher/src/free-port.mjs';
import { type OwnProcess, startOwnProcess } from '../../apps/launcher/src/own-process.mjs';
import { ROOT } from '../../apps/launcher/src/paths.mjs';
import { startRedis } from '../../apps/launcher/src/redis-server.mjs';
import { secretsOf } from '../../apps/launcher/src/secrets.mjs';
import { DURABLE } from '../../apps/launcher/src/stack.mjs';
import { ensureServerBinaries } from '../../apps/launcher/src/system-packages.mjs';
import { makeTemporaryHome } from '../../apps/launcher/src/temporary-home.mjs';
import { waitFor } from '../../apps/launcher/src/wait.mjs';
import type { OpenCase } from '../bench/approvals/cases.js';
import { RedisProxy } from './redis.proxy.js';

/** What can be killed. */
export const PARTS = ['mariadb', 'redis', 'api', 'worker-1', 'worker-2'] as const;
export type Part = (typeof PARTS)[number];

export interface InstallationOptions {
  /** Of api and workers. */
  readonly settings: Readonly<Record<string, string>>;
  /** In memory of a fixed size that can be filled up; else on a real disk. */
  readonly smallDisk?: boolean;
}

interface Started {
  readonly process: OwnProcess;
  start(): OwnProcess;
  isReady(): Promise<boolean>;
}

const RECOVERY_MS = 90_000;
/** Room of the small file system: the servers fit, and it can be filled in a second. */
const SMALL_DISK = '1500m';

/** A whole installation with durable servers whose parts are killed, frozen, cut off and come back on the same ports. */
export class OwnInstallation {
  private readonly parts = new Map<Part, Started>();

  private constructor(
    readonly installation: Installation,
    readonly proxy: RedisProxy,
    /** Whether everything lies on a small file system of its own. */
    readonly isOnSmallDisk: boolean,
    /** Directly, not by the proxy. */
    readonly redisUrl: string,
    private readonly removeHome: () => void,
  ) {}

  static async start({ settings, smallDisk = false }: InstallationOptions): Promise<OwnInstallation> {
    const home = await makeTemporaryHome({ onDisk: !smallDisk });
    const folder = join(home.folder, 'servers');
    const isOnSmallDisk = smallDisk && mountSmallDisk(folder);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const binaries = await ensureServerBinaries();
    const secrets = secretsOf(folder);
    const database = await startDatabase({ home: folder, binaries, secrets, settings: DURABLE });
    const redis = await startRedis({
      home: folder,
      binary: binaries.redisServer,
      password: secrets.redisPassword,
      durable: true,
    });
    const proxy = await RedisProxy.open(redis.port);
    const [port, workerPort] = await Promise.all([anyFreePort(), anyFreePort()]);
    const redisUrl = (at: number): string => `redis://:${secrets.redisPassword}@127.0.0.1:${at}`;
    const installation: Installation = {
      home: folder,
      servers: {
        databaseUrl: `mysql://sanshe_app:${secrets.appPassword}@127.0.0.1:${database.port}/sanshe`,
        migrationUrl: `mysql://sanshe_owner:${secrets.ownerPassword}@127.0.0.1:${database.port}/sanshe`,
        redisUrl: redisUrl(proxy.port),
      },
      tokenSecret: secrets.tokenSecret,
      dataKeys: `faults:${secrets.dataKey}`,
      port,
      workerPort,
      extra: { SANSHE_LOG_LEVEL: 'error', ...settings },
    };
    const remove = (): void => {
      if (isOnSmallDisk) execFileSync('umount', ['-l', folder]);
      home.remove();
    };
    const system = new OwnInstallation(installation, proxy, isOnSmallDisk, redisUrl(redis.port), remove);
    system.keep('mariadb', database.server, ['--defaults-file=' + join(folder, 'run', 'mariadb.cnf')], {
      command: binaries.databaseServer,
      cwd: join(folder, 'database'),
    });
    system.keep('redis', redis.server, [join(folder, 'run', 'redis.conf')], {
      command: binaries.redisServer,
      cwd: join(folder, 'redis'),
    });
    await runCli(installation, ['db', 'migrate']);
    await runCli(installation, ['db', 'seed']);
    await Promise.all([
      system.startApplication('api', 'api', {}),
      system.startApplication('worker-1', 'worker', {}),
      anyFreePort().then((second) =>
        system.startApplication('worker-2', 'worker', { SANSHE_WORKER_PORT: String(second) }),
      ),
    ]);
    return system;
  }

  get apiUrl(): string {
    return `http://127.0.0.1:${this.installation.port}`;
  }

  get workerUrl(): string {
    return `http://127.0.0.1:${this.installation.workerPort}`;
  }

  pidOf(part: Part): number {
    return this.part(part).process.pid;
  }

  /** Kills without a word; `restart` brings it back. */
  async kill(part: Part): Promise<void> {
    const { process: running } = this.part(part);
    process.kill(running.pid, 'SIGKILL');
    await running.exited;
  }

  /** Kills without a word, waits as long, and starts it again on the same port; resolves when it answers. */
  async killAndRestart(part: Part, awayMs: number): Promise<void> {
    await this.kill(part);
    await new Promise((resolve) => setTimeout(resolve, awayMs));
    await this.restart(part);
  }

  /** What ended by itself because of another fault is started again, as a service manager would; its last words. */
  async restartWhatEnded(): Promise<string[]> {
    const ended = PARTS.filter((part) => !this.part(part).process.isRunning());
    const words = ended.map((part) => `${part} had ended and is started again: ${this.part(part).process.logTail()}`);
    for (const part of ended) await this.restart(part);
    return words;
  }

  /** Opens cases of a process through the engine itself, in the name of that login. */
  async openCases(login: string, count: number, of: string): Promise<OpenCase[]> {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [
        ...['--conditions=source', '--import', join(ROOT, 'test', 'runner', 'register.mjs')],
        ...[join(ROOT, 'test', 'support', 'open-cases.program.ts'), login, String(count), of],
      ],
      { cwd: ROOT, env: applicationEnvironment(this.installation), maxBuffer: 64 * 1024 * 1024 },
    );
    return JSON.parse(stdout.slice(stdout.indexOf('['))) as OpenCase[];
  }

  async stop(): Promise<void> {
    for (const part of [...PARTS].reverse()) await this.parts.get(part)?.process.stop();
    await this.proxy.close();
    this.removeHome();
  }

  /** On the same port; resolves when it answers. */
  async restart(part: Part): Promise<void> {
    const kept = this.part(part);
    const started = { ...kept, process: kept.start() };
    this.parts.set(part, started);
    await waitFor({
      what: part,
      limitMs: RECOVERY_MS,
      everyMs: 100,
      check: () => started.isReady(),
      giveUp: () => (started.process.isRunning() ? undefined : `it ended: ${started.process.logTail()}`),
    });
  }

  private async startApplication(part: Part, app: 'api' | 'worker', extra: NodeJS.ProcessEnv): Promise<void> {
    const { home } = this.installation;
    const env = { ...applicationEnvironment(this.installation), ...extra };
    const start = (): OwnProcess =>
      startOwnProcess({
        name: part,
        command: process.execPath,
        args: [join(ROOT, 'dist', 'apps', app, 'src', 'main.js')],
        runFolder: join(home, 'run'),
        cwd: ROOT,
        env,
      });
    const page =
      app === 'api' ? `${this.apiUrl}/api/health` : `http://127.0.0.1:${String(env['SANSHE_WORKER_PORT'])}/health`;
    this.parts.set(part, { process: start(), start, isReady: () => answers(page) });
    const { process: started } = this.part(part);
    await waitFor({
      what: part,
      limitMs: RECOVERY_MS,
      check: () => answers(page),
      giveUp: () => (started.isRunning() ? undefined : started.logTail()),
    });
  }

  private keep(
    part: Part,
    running: OwnProcess,
    args: readonly string[],
    { command, cwd }: { command: string; cwd: string },
  ): void {
    const start = (): OwnProcess =>
      startOwnProcess({ name: part, command, args, runFolder: join(this.installation.home, 'run'), cwd });
    const { databaseUrl } = this.installation.servers;
    const port = Number(new URL(part === 'redis' ? this.redisUrl : databaseUrl).port);
    this.parts.set(part, { process: running, start, isReady: () => listens(port, part === 'redis') });
  }

  private part(part: Part): Started {
    const found = this.parts.get(part);
    if (!found) throw new TypeError(`${part} was not started`);
    return found;
  }
}

/** False where this user may not mount anything: then the fault of a full disk is left out, and the report says so. */
function mountSmallDisk(folder: string): boolean {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${SMALL_DISK},mode=700`, 'tmpfs', folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

async function answers(page: string): Promise<boolean> {
  try {
    const response = await fetch(page, { signal: AbortSignal.timeout(2000) });
    await response.text();
    return true;
  } catch {
    return false;
  }
}

function listens(port: number, isRedis: boolean): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const finish = (answer: boolean): void => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(1000, () => finish(false));
    socket.on('error', () => finish(false));
    socket.on('connect', () => {
      if (isRedis) finish(true);
    });
    // MariaDB greets first; while it recovers it does not listen.
    socket.on('data', () => finish(true));
  });
}

export function removeQuietly(file: string): void {
  rmSync(file, { force: true });
}
