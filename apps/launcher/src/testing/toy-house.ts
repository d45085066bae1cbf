import { type ChildProcess, spawn } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const LAUNCHER = join(import.meta.dirname, '..', '..');

/** Stands for api and worker: healthy on its port until told to end. */
const SERVER = (portVariable: string): string => `
import { createServer } from 'node:http';
createServer((request, response) => {
  if (request.url === '/crash') process.exit(3);
  response.end('{}');
}).listen(Number(process.env.${portVariable}), '127.0.0.1');
process.on('SIGTERM', () => process.exit(0));
`;

const CLI = `
import { appendFileSync, mkdirSync } from 'node:fs';
mkdirSync(process.env.SANSHE_DATA_DIR, { recursive: true });
appendFileSync(process.env.SANSHE_DATA_DIR + '/commands.txt', process.argv.slice(2).join(' ') + '\\n');
if (process.argv[2] === 'walkthrough') {
  console.log('played ' + process.env.SANSHE_CLOCK + ' ' + (await fetch(process.env.SANSHE_API_URL + '/api/health')).status);
  process.exit(7);
}
console.log(JSON.stringify([{ login: 'zhaojue-officer', name: '测试员' }]));
`;

export interface Running {
  readonly child: ChildProcess;
  readonly exitCode: Promise<number | null>;
  output(): string;
  /** Waits for a text in what the launcher prints. */
  says(text: string, limitMs?: number): Promise<void>;
}

/** A copy of the launcher in a folder of its own, with a toy application in place of the built one. */
export class ToyHouse {
  readonly folder = realpathSync(mkdtempSync(join(tmpdir(), 'sanshe-house-')));
  private readonly started: Running[] = [];

  constructor() {
    cpSync(LAUNCHER, join(this.folder, 'apps/launcher'), { recursive: true });
    this.write('package.json', JSON.stringify({ name: 'toy', type: 'module', private: true }));
    this.write('package-lock.json', '{}');
    this.write('node_modules/.package-lock.json', '{}');
    this.write('dist/apps/api/src/main.js', SERVER('SANSHE_PORT'));
    this.write('dist/apps/worker/src/main.js', SERVER('SANSHE_WORKER_PORT'));
    this.write('dist/apps/cli/src/main.js', CLI);
    // The build of a toy is to do nothing.
    this.write('node_modules/.bin/nest', '#!/bin/sh\nexit 0\n', 0o755);
    this.write('package.json', JSON.stringify({ name: 'toy', type: 'module', workspaces: ['apps/web'] }));
    this.write('apps/web/package.json', JSON.stringify({ name: 'toy-web', scripts: { build: 'mkdir -p dist' } }));
  }

  start(args: readonly string[] = [], environment: NodeJS.ProcessEnv = {}, script = 'start'): Running {
    const { NODE_OPTIONS: _jestOptions, DATABASE_URL: _database, REDIS_URL: _redis, ...inherited } = process.env;
    const child = spawn(process.execPath, [`apps/launcher/${script}.mjs`, ...args], {
      cwd: this.folder,
      env: { ...inherited, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (output += text.toString()));
    const running = { child, exitCode: new Promise<number | null>((resolve) => child.on('close', resolve)) };
    const says = async (text: string, limitMs = 60_000): Promise<void> => {
      const end = performance.now() + limitMs;
      while (!output.includes(text)) {
        if (performance.now() > end || child.exitCode !== null) throw new Error(`"${text}" never came:\n${output}`);
        await delay(20);
      }
    };
    const result = { ...running, output: () => output, says };
    this.started.push(result);
    return result;
  }

  /** Ids of all processes that work for this house: by their command line or working directory. */
  processes(): number[] {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .filter((pid) => tracesOf(pid).includes(this.folder))
      .map(Number);
  }

  commands(): string[] {
    return readFileSync(join(this.folder, '.sanshe/data/commands.txt'), 'utf8').trim().split('\n');
  }

  write(file: string, text: string, mode?: number): void {
    const path = join(this.folder, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text, { mode });
  }

  async remove(): Promise<void> {
    for (const { child, exitCode } of this.started) {
      child.kill('SIGTERM');
      await exitCode;
    }
    for (const pid of this.processes()) process.kill(pid, 'SIGKILL');
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** A server may overwrite its own arguments (Redis does), so its folder counts too. */
function tracesOf(pid: string): string {
  try {
    return (
      readFileSync(`/proc/${pid}/cmdline`, 'latin1') +
      readFileSync(`/proc/${pid}/environ`, 'latin1') +
      readlinkSync(`/proc/${pid}/cwd`)
    );
  } catch {
    return '';
  }
}
