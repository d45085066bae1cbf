import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { OwnInstallation, type Part } from '#support/installation';
import { createConnection, type Connection, type RowDataPacket } from 'mysql2/promise';
import { ROOT } from '../../../apps/launcher/src/paths.mjs';
import { measureApprovals } from './approval.rate.js';
import { CaseCopies } from './case.copies.js';

const MORE = 100_000;
const TIMERS = 5_000;
const SPAN_MS = 10_000;
/** Until the first deadline, so that all are mirrored before. */
const LEAD_MS = 8_000;
const DOWN_MS = 600_000;
const LIMIT_MS = 180_000;
const LOGIN = 'zhaojue.leader';
const KINDS = { after: 'transitions', due: 'reminders' } as const;
type Kind = keyof typeof KINDS;

type Figures = Readonly<Record<string, number | string>>;

/** Lateness, catching up, and whether a hundred thousand open cases slow anything down; one line a figure. */
export async function benchTimers(print: (figures: Figures) => void, say: (text: string) => void): Promise<void> {
  say('bringing up MariaDB, Redis, the API and two workers');
  const system = await OwnInstallation.start({
    settings: {
      SANSHE_WORKFLOWS_DIR: join(ROOT, 'test', 'bench', 'workflows'),
      SANSHE_REGIONS_DIR: join(ROOT, 'test', 'bench', 'regions'),
    },
  });
  const database = await createConnection({ uri: system.installation.servers.migrationUrl, timezone: 'Z' });
  try {
    await crowd(system, database, { print, say });
    const [model] = await system.openCases(LOGIN, 1, 'bench.timing');
    for (const kind of ['after', 'due'] as const) {
      for (const [name, spanMs] of [
        ['spread', SPAN_MS],
        ['instant', 0],
      ] as const) {
        say(`${TIMERS} ${KINDS[kind]}: ${name}`);
        const copies = await CaseCopies.make(database, model?.rootId ?? 0, TIMERS);
        print({ bench: `timers.${name}`, kind: KINDS[kind], ...(await ring(database, copies, kind, spanMs)) });
      }
    }
    say('ten minutes without any process of the stack');
    print({ bench: 'timers.restart', ...(await comeBack(system, database, model?.rootId ?? 0)) });
    for (const part of ['api', 'worker-1', 'worker-2'] as const) {
      print({ bench: 'timers.memory', part, megabytes: residentMegabytes(system, part) });
    }
  } finally {
    await database.end();
    await system.stop();
  }
}

/** Approvals among a thousand open cases, then among a hundred thousand more with a deadline each. */
async function crowd(
  system: OwnInstallation,
  database: Connection,
  { print, say }: { print: (figures: Figures) => void; say: (text: string) => void },
): Promise<void> {
  const cases = await system.openCases(LOGIN, 1_001, 'bench.approval');
  const model = cases.pop();
  say('approvals among 1,000 cases');
  const few = await measureApprovals(system.apiUrl, cases, LOGIN);
  say(`${MORE} more cases`);
  await CaseCopies.make(database, model?.rootId ?? 0, MORE);
  await database.query('ANALYZE TABLE engine_root, engine_instance, engine_task, engine_task_candidate, engine_timer');
  say(`approvals among ${MORE} cases`);
  const many = await measureApprovals(system.apiUrl, cases, LOGIN);
  const ratio = (a: number, b: number): number => Math.round((a / b) * 100) / 100;
  print({
    bench: 'timers.crowd',
    armed: await count(database, "SELECT COUNT(*) FROM engine_timer WHERE status = 'armed'"),
    rateFew: few.rate,
    rateMany: many.rate,
    p99Few: few.p99,
    p99Many: many.p99,
    rateRatio: ratio(few.rate, many.rate),
    p99Ratio: ratio(many.p99, few.p99),
  });
}

async function ring(database: Connection, copies: CaseCopies, kind: Kind, spanMs: number): Promise<Figures> {
  const begin = new Date(Date.now() + LEAD_MS);
  await copies.arm(database, kind, begin, spanMs);
  await pause(begin.getTime() - Date.now());
  await untilFired(database, copies, TIMERS);
  return { ...(await lateness(database, copies)), allWithinMs: await lastAfter(database, copies, begin) };
}

/** Deadlines that fell due while nothing of the stack was there, spread over ten minutes. */
async function comeBack(system: OwnInstallation, database: Connection, rootId: number): Promise<Figures> {
  const parts: readonly Part[] = ['api', 'worker-1', 'worker-2'];
  for (const part of parts) await system.kill(part);
  const copies = await CaseCopies.make(database, rootId, TIMERS);
  const begin = new Date(Date.now() - DOWN_MS);
  await copies.arm(database, 'after', begin, DOWN_MS);
  await Promise.all(parts.map((part) => system.restart(part)));
  const ready = new Date();
  await untilFired(database, copies, TIMERS);
  return {
    overdue: TIMERS,
    caughtUpMs: await lastAfter(database, copies, ready),
    outOfOrder: await count(
      database,
      `SELECT COUNT(*) FROM engine_history a JOIN engine_history b ON b.root_id = a.root_id AND b.seq > a.seq
       WHERE a.${copies.where} AND b.at < a.at`,
    ),
    doubled: await doubled(database, copies),
  };
}

async function untilFired(database: Connection, copies: CaseCopies, wanted: number): Promise<void> {
  const end = Date.now() + LIMIT_MS;
  while ((await fired(database, copies)) < wanted) {
    if (Date.now() > end) throw new RangeError(`only ${await fired(database, copies)} of ${wanted} deadlines fired`);
    await pause(100);
  }
}

const fired = (database: Connection, { where }: CaseCopies): Promise<number> =>
  count(
    database,
    `SELECT COUNT(*) FROM engine_history WHERE ${where} AND kind IN ('deadline', 'reminded', 'escalated')`,
  );

/** A deadline is doubled when its case tells of more firings than the table of firings has. */
const doubled = async (database: Connection, copies: CaseCopies): Promise<number> =>
  (await fired(database, copies)) -
  (await count(
    database,
    `SELECT COUNT(*) FROM engine_timer_firing f JOIN engine_timer t ON t.id = f.timer_id WHERE t.${copies.where}`,
  ));

async function lateness(database: Connection, copies: CaseCopies): Promise<Figures> {
  const [rows] = await database.query<RowDataPacket[]>(
    `SELECT TIMESTAMPDIFF(MICROSECOND, f.due_at, f.fired_at) / 1000 AS late
     FROM engine_timer_firing f JOIN engine_timer t ON t.id = f.timer_id WHERE t.${copies.where} ORDER BY late`,
  );
  const at = (share: number): number =>
    Math.round(Number(rows[Math.min(rows.length - 1, Math.floor(rows.length * share))]?.['late'] ?? 0));
  return {
    fired: rows.length,
    p50Ms: at(0.5),
    p99Ms: at(0.99),
    maxMs: at(1),
    doubled: await doubled(database, copies),
  };
}

async function lastAfter(database: Connection, { where }: CaseCopies, moment: Date): Promise<number> {
  const [[row]] = await database.query<RowDataPacket[]>(
    `SELECT MAX(recorded_at) AS last FROM engine_history WHERE ${where}`,
  );
  return (row?.['last'] as Date).getTime() - moment.getTime();
}

async function count(database: Connection, sql: string): Promise<number> {
  const [[row]] = await database.query<RowDataPacket[]>(sql);
  return Number(Object.values(row ?? {})[0]);
}

function residentMegabytes(system: OwnInstallation, part: Part): number {
  const status = readFileSync(`/proc/${system.pidOf(part)}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024);
}
