import { Environment } from '#libs/platform';
import { createConnection } from 'mysql2/promise';
import { type OpenCase, openCases } from './cases.js';
import { FLOOR_ROWS, measureFloor, readSizes } from './floor.js';
import { HttpClient } from './http.client.js';
import { measure, type LoadResult } from './load.js';

const CASES = 1_280;
/** The floor writes over rows without sense, so it has cases of its own. */
const FLOOR_CASES = 640;
const CONCURRENCIES = [1, 16, 64];
const WARM_UP_SECONDS = 4;
const SECONDS = 10;
const LOGIN = 'zhaojue.leader';

interface Answer {
  readonly openedTasks: readonly number[];
}

/** An approval over HTTP with everything on, beside the floor of the same rows written raw. */
export async function benchApprovals({ json }: { json: boolean }): Promise<void> {
  const environment = new Environment();
  const databaseUrl = environment.url('SANSHE_DATABASE_URL');
  say(`opening ${CASES} cases`);
  const opened = await openCases(LOGIN, CASES + FLOOR_CASES);
  const cases = opened.slice(0, CASES);
  const floorCases = opened.slice(CASES);
  const client = new HttpClient(new URL(environment.url('SANSHE_API_URL')), 64);
  const token = await login(client, environment.text('SANSHE_DEMO_PASSWORD', 'Sanshe-Demo-2026'));
  const approve = approver(client, cases, token);
  say('warming up');
  await measure({ concurrency: 16, seconds: WARM_UP_SECONDS, run: approve(16) });
  const rows = { floor: FLOOR_ROWS, approval: await rowsPerApproval(databaseUrl, cases[0]?.rootId ?? 0) };
  const sizes = await readSizes(databaseUrl);
  for (const concurrency of CONCURRENCIES) {
    say(`${concurrency} clients: approvals`);
    const result = await measure({ concurrency, seconds: SECONDS, run: approve(concurrency) });
    say(`${concurrency} clients: floor`);
    const floor = await measureFloor(databaseUrl, floorCases, { concurrency, seconds: SECONDS, sizes });
    print(line(concurrency, { result, floor, rows }), json);
  }
  client.close();
}

/** Each client approves its own cases in turn, so that clients do not wait for each other's lock. */
function approver(client: HttpClient, cases: readonly OpenCase[], token: string) {
  let turns = 0;
  return (concurrency: number) => {
    const perClient = Math.floor(cases.length / concurrency);
    const position = new Array<number>(concurrency).fill(0);
    return async (index: number): Promise<void> => {
      const turn = position[index] ?? 0;
      position[index] = turn + 1;
      const open = cases[index * perClient + (turn % perClient)];
      if (!open) return;
      turns += 1;
      const answer = await client.post<Answer>(
        `/api/v1/tasks/${open.taskId}/actions/APPROVE`,
        { version: 1, form: { amount: 1_100_000_00, opinion: '同意。' }, comment: '按程序办理' },
        { authorization: `Bearer ${token}`, 'idempotency-key': `bench-${process.pid}-${turns}` },
      );
      open.taskId = answer.openedTasks[0] ?? 0;
    };
  };
}

async function login(client: HttpClient, password: string): Promise<string> {
  const { accessToken } = await client.post<{ accessToken: string }>('/api/v1/sessions', { login: LOGIN, password });
  return accessToken;
}

/** Rows that one approval wrote, counted in the tables after it; its idempotency row and the root's own are the last two. */
async function rowsPerApproval(url: string, rootId: number): Promise<number> {
  const connection = await createConnection({ uri: url, namedPlaceholders: true });
  try {
    const [rows] = await connection.query(ROWS_OF_LAST_STEP, { rootId });
    return Number((rows as { count: number }[])[0]?.count ?? 0);
  } finally {
    await connection.end();
  }
}

const ROWS_OF_LAST_STEP = `SELECT
  (SELECT COUNT(*) FROM engine_task WHERE root_id = r.id AND (entry = r.seq OR closed_seq = r.seq)) +
  (SELECT COUNT(*) FROM engine_task t JOIN engine_task_candidate c ON c.task_id = t.id
   WHERE t.root_id = r.id AND (t.entry = r.seq OR t.closed_seq = r.seq)) +
  (SELECT COUNT(*) FROM engine_timer WHERE root_id = r.id AND (entry = r.seq OR closed_seq = r.seq)) +
  (SELECT COUNT(*) FROM engine_history WHERE root_id = r.id AND seq = r.seq) +
  (SELECT COUNT(*) FROM engine_history_payload WHERE root_id = r.id AND seq = r.seq) +
  (SELECT COUNT(*) FROM engine_outbox WHERE root_id = r.id AND seq = r.seq) +
  1 /* instance */ + 1 /* idempotency */ + 1 /* root */ AS count
  FROM engine_root r WHERE r.id = :rootId`;

interface Figures {
  readonly result: LoadResult;
  readonly floor: LoadResult;
  readonly rows: { readonly floor: number; readonly approval: number };
}

function line(concurrency: number, { result, floor, rows }: Figures) {
  return {
    bench: 'approvals',
    concurrency,
    rate: result.rate,
    p50: result.p50,
    p99: result.p99,
    floorRate: floor.rate,
    ratioToFloor: Math.round((result.rate / floor.rate) * 1000) / 1000,
    operations: result.operations,
    rowsPerApproval: rows.approval,
    floorRows: rows.floor,
  };
}

function print(figures: ReturnType<typeof line>, json: boolean): void {
  if (json) process.stdout.write(`${JSON.stringify(figures)}\n`);
  else
    process.stdout.write(
      `${Object.entries(figures)
        .map(([key, value]) => `${key} ${value}`)
        .join('  ')}\n`,
    );
}

function say(text: string): void {
  process.stderr.write(`bench: ${text}\n`);
}
