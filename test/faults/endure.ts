import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { applicationEnvironment } from '../../apps/launcher/src/application.mjs';
import { anyFreePort } from '../../apps/launcher/src/free-port.mjs';
import { ROOT } from '../../apps/launcher/src/paths.mjs';
import { MailSink } from '../../apps/cli/src/walkthrough/mail/mail.sink.js';
import type { OpenCase } from '../bench/approvals/cases.js';
import { FAULT_KINDS, type FaultKind } from './fault-kinds.js';
import { FaultyInstallation } from './installation.js';
import { TrainingClock } from './training.clock.js';
import { judge, type Verdict } from './verdict.js';
import { LOGIN, Workload } from './workload.js';

const START = new Date('2026-03-02T01:00:00.000Z');

export interface Endurance {
  /** Open cases; each has a task with reminders and a ladder, and a deadline that moves it: two timers. */
  readonly cases: number;
  readonly faults: number;
  readonly seed: number;
  /** Business milliseconds in one of the system. */
  readonly rate: number;
  readonly withLongFaults: boolean;
  say(text: string): void;
}

export interface EnduranceReport extends Verdict {
  readonly seed: number;
  readonly injected: Readonly<Record<string, number>>;
  /** Faults that cannot be made here. */
  readonly leftOut: readonly string[];
}

/** Cases at work, people approving, and one fault after the other at random moments; then everything is looked at. */
export async function endure(wish: Endurance): Promise<EnduranceReport> {
  const sink = new MailSink();
  const smtpPort = await anyFreePort();
  await sink.open(smtpPort);
  wish.say('bringing up MariaDB, Redis, the API and two workers');
  const system = await FaultyInstallation.start(smtpPort);
  try {
    const clock = new TrainingClock(system.apiUrl, system.workerUrl);
    await clock.set(START, 0);
    wish.say(`opening ${wish.cases} cases`);
    const workload = new Workload(system.apiUrl, await open(system, wish.cases), wish.seed);
    await clock.set(START, wish.rate);
    workload.start(8, 60);
    const told = await inflictAll({ system, clock, random: seeded(wish.seed) }, wish);
    await workload.stop();
    wish.say('waiting until all that is due has fired');
    await clock.settle();
    wish.say('looking at every row and replaying every case');
    const mails = sink.mails.map(({ messageId }) => messageId);
    return { seed: wish.seed, ...told, ...(await judge({ system, workload, mails })) };
  } finally {
    await system.stop();
    await sink.close();
  }
}

async function open({ installation }: FaultyInstallation, count: number): Promise<OpenCase[]> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      ...['--conditions=source', '--import', join(ROOT, 'test', 'runner', 'register.mjs')],
      ...[join(ROOT, 'test', 'faults', 'open-cases.program.ts'), LOGIN, String(count), 'faults.endurance'],
    ],
    { cwd: ROOT, env: applicationEnvironment(installation), maxBuffer: 64 * 1024 * 1024 },
  );
  return JSON.parse(stdout.slice(stdout.indexOf('['))) as OpenCase[];
}

/** Every kind once in an order by the seed, then again until there were as many as wished. */
async function inflictAll(
  scene: { system: FaultyInstallation; clock: TrainingClock; random: () => number },
  { faults, withLongFaults, say }: Endurance,
): Promise<Pick<EnduranceReport, 'injected' | 'leftOut'>> {
  const kinds = FAULT_KINDS.filter(({ isLong = false }) => withLongFaults || !isLong);
  const possible = kinds.filter(({ isPossible }) => isPossible?.(scene.system) ?? true);
  const injected: Record<string, number> = {};
  let round: FaultKind[] = [];
  for (let count = 0; count < faults; count += 1) {
    if (round.length === 0) round = shuffled(possible, scene.random);
    const kind = round.pop();
    if (!kind) break;
    await pause(300 + scene.random() * 1200);
    say(`fault ${count + 1} of ${faults}: ${kind.name}`);
    await kind.inflict(scene);
    injected[kind.name] = (injected[kind.name] ?? 0) + 1;
    for (const words of await scene.system.restartWhatEnded()) say(words);
  }
  return { injected, leftOut: kinds.filter((kind) => !possible.includes(kind)).map(({ name }) => name) };
}

function shuffled<T>(values: readonly T[], random: () => number): T[] {
  return values
    .map((value) => [random(), value] as const)
    .sort(([a], [b]) => a - b)
    .map(([, value]) => value);
}

/** mulberry32: the same seed gives the same order and the same moments. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
