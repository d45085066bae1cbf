import { Environment } from '#libs/platform';
import { createConnection } from 'mysql2/promise';
import { type OpenCase, openCases } from './cases.js';
import { FLOOR_ROWS, measureFloor, readSizes } from './floor.js';
import { HttpClient } from './http.client.js';
import { measure, type LoadResult } from './load.js';

const CASES = 1_280;
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
  const cases = await openCases(LOGIN, CASES);
  const client = new HttpClient(new URL(environment.url('SANSHE_API_URL')), 64);
  const token = await login(client, environment.text('SANSHE_DEMO_PASSWORD', 'Sanshe-Demo-2026'));
  const approve = approver(client, cases, token);
  say('warming up');
  await measure({ concurrency: 16, seconds: WARM_UP_SECONDS, run: approve(16) });
  const rows = await rowsPerApproval(databaseUrl, () => approve(1)(0));
  const sizes = await readSizes(databaseUrl);
  for (const concurrency of CONCURRENCIES) {
    say(`${concurrency} clients: approvals`);
    const result = await measure({ concurrency, seconds: SECONDS, run: approve(concurrency) });
    say(`${concurrency} clients: floor`);
    const floor = await measureFloor(databaseUrl, cases, { concurrency, seconds: SECONDS, sizes });
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

/** Rows that the application's own connections wrote for one approval, as InnoDB counts them; the worker's are not in it. */
async function rowsPerApproval(url: string, approveOnce: () => Promise<void>): Promise<{ floor: number; approval: number | null }> {
  const connection = await createConnection(url);
  try {
    const before = await written(connection);
    for (let index = 0; index < 20; index += 1) await approveOnce();
    const after = await written(connection);
    return { floor: FLOOR_ROWS, approval: Math.round(((after - before) / 20) * 10) / 10 };
  } finally {
    await connection.end();
  }
}

async function written(connection: Awaited<ReturnType<typeof createConnection>>): Promise<number> {
  const [rows] = await connection.query(
    "SHOW GLOBAL STATUS WHERE Variable_name IN ('Innodb_rows_inserted', 'Innodb_rows_updated', 'Innodb_rows_deleted')",
  );
  return (rows as { Value: string }[]).reduce((sum, row) => sum + Number(row.Value), 0);
}

interface Figures {
  readonly result: LoadResult;
  readonly floor: LoadResult;
  readonly rows: { readonly floor: number; readonly approval: number | null };
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
  else process.stdout.write(`${Object.entries(figures).map(([key, value]) => `${key} ${value}`).join('  ')}\n`);
}

function say(text: string): void {
  process.stderr.write(`bench: ${text}\n`);
}
