import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { anyFreePort } from '../../apps/launcher/src/free-port.mjs';
import { ROOT } from '../../apps/launcher/src/paths.mjs';
import { MailSink } from '../../apps/cli/src/walkthrough/mail/mail.sink.js';
import { FAULT_KINDS, type FaultKind } from './fault-kinds.js';
import { OwnInstallation } from '#support/installation';
import { TrainingClock } from './training.clock.js';
import { judge, type Verdict } from './verdict.js';
import { LOGIN, Workload } from './workload.js';

const settingsFor = (smtpPort: number): Record<string, string> => ({
  SANSHE_CLOCK: 'settable',
  SANSHE_DATABASE_POOL: '12',
  SANSHE_SWEEP_SECONDS: '5',
  SANSHE_WORKFLOWS_DIR: join(ROOT, 'test', 'faults', 'workflows'),
  SANSHE_REGIONS_DIR: join(ROOT, 'test', 'bench', 'regions'),
  SANSHE_SMTP_URL: `smtp://127.0.0.1:${smtpPort}`,
});
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
  const system = await OwnInstallation.start({ settings: settingsFor(smtpPort), smallDisk: true });
  try {
    const clock = new TrainingClock(system.apiUrl, system.workerUrl);
    await clock.set(START, 0);
    wish.say(`opening ${wish.cases} cases`);
    const workload = new Workload(
      system.apiUrl,
      await system.openCases(LOGIN, wish.cases, 'faults.endurance'),
      wish.seed,
    );
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

/** Every kind once in an order by the seed, then again until there were as many as wished. */
async function inflictAll(
  scene: { system: OwnInstallation; clock: TrainingClock; random: () => number },
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
