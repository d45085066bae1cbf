import { randomBytes } from 'node:crypto';
import { createPool, type Pool } from 'mysql2/promise';
import type { OpenCase } from './cases.js';
import { measure, type LoadResult } from './load.js';

/** Rows that one approval of the floor writes; counted in `STATEMENTS` below. */
export const FLOOR_ROWS = 12;

const FIRST_ID = 4_000_000_000_000;

/** Sizes in bytes of what the application wrote for the same approval, so that the floor writes as much. */
export interface RowSizes {
  readonly snapshot: number;
  readonly facts: number;
  readonly payload: number;
  readonly steps: number;
  readonly computation: number;
  readonly outbox: number;
  readonly result: number;
}

/** The floor: the same tables and indexes, as many rows and bytes, one packet a transaction, nothing decided. */
export async function measureFloor(
  url: string,
  cases: readonly OpenCase[],
  load: { concurrency: number; seconds: number; sizes: RowSizes },
): Promise<LoadResult> {
  const pool = createPool({ uri: url, multipleStatements: true, connectionLimit: load.concurrency, timezone: 'Z' });
  const writer = new FloorWriter(pool, load.sizes);
  const perClient = Math.floor(cases.length / load.concurrency);
  try {
    return await measure({
      concurrency: load.concurrency,
      seconds: load.seconds,
      run: async (client) => {
        const root = cases[client * perClient + (writer.turn() % perClient)];
        if (root) await writer.write(root.rootId);
      },
    });
  } finally {
    await pool.end();
  }
}

/** Sizes of one approval, read from what the application has just written. */
export async function readSizes(url: string): Promise<RowSizes> {
  const pool = createPool({ uri: url, connectionLimit: 1 });
  const one = async (sql: string): Promise<number> => {
    const [rows] = await pool.query(sql);
    return Number((rows as { size: number | null }[])[0]?.size ?? 100);
  };
  try {
    return {
      snapshot: await one('SELECT AVG(LENGTH(snapshot)) AS size FROM engine_instance'),
      facts: await one("SELECT AVG(LENGTH(facts)) AS size FROM engine_history WHERE kind = 'acted'"),
      payload: await one('SELECT AVG(LENGTH(payload)) AS size FROM engine_history_payload'),
      steps: await one('SELECT AVG(LENGTH(steps)) AS size FROM engine_timer'),
      computation: await one('SELECT AVG(LENGTH(computation)) AS size FROM engine_timer'),
      outbox: await one('SELECT AVG(LENGTH(payload)) AS size FROM engine_outbox'),
      result: await one('SELECT AVG(LENGTH(result)) AS size FROM engine_idempotency'),
    };
  } finally {
    await pool.end();
  }
}

const STATEMENTS = [
  'START TRANSACTION',
  'SELECT seq FROM engine_root WHERE id = ? FOR UPDATE',
  'UPDATE engine_instance SET snapshot = ? WHERE root_id = ?',
  'UPDATE engine_task SET version = version + 1, closed_at = ? WHERE id = ?',
  'UPDATE engine_task_candidate SET is_open = 0 WHERE task_id = ?',
  "UPDATE engine_timer SET status = 'cancelled' WHERE id = ?",
  `INSERT INTO engine_task (id, root_id, instance_id, state, entry, title, status, version, due_at, opened_at)
   VALUES (?, ?, 1, 'reviewing', 1, '审核', 'open', 1, ?, ?)`,
  `INSERT INTO engine_task_candidate (task_id, organisation_id, role, user_id, is_open, due_sort) VALUES (?, 1, 'leader', 0, 1, ?)`,
  `INSERT INTO engine_timer (id, root_id, instance_id, task_id, state, entry, deadline, kind, steps, next_step, next_at, generation,
     status, alarmed, attempts, due_at, period, provisional, calendar_version, computation, created_at)
   VALUES (?, ?, 1, ?, 'reviewing', 1, 'due', 'due', ?, 0, ?, 1, 'armed', 1, 0, ?, 'P5WD', 0, 'floor', ?, ?)`,
  `INSERT INTO engine_history (root_id, seq, month, instance_id, kind, at, recorded_at, event, facts, payload_digest, previous_hash, hash)
   VALUES (?, ?, 209912, 1, 'acted', ?, ?, 'APPROVE', ?, ?, ?, ?)`,
  'INSERT INTO engine_history_payload (root_id, seq, salt, payload) VALUES (?, ?, ?, ?)',
  `INSERT INTO engine_outbox (id, root_id, seq, kind, payload, at, available_at, sent_at) VALUES (?, ?, 1, 'floor', ?, ?, ?, ?)`,
  'INSERT INTO engine_idempotency (user_id, idempotency_key, body_hash, result, created_at) VALUES (0, ?, ?, ?, ?)',
  'UPDATE engine_root SET business_at = ?, chain_head = ? WHERE id = ?',
  'COMMIT',
].join(';');

class FloorWriter {
  /** Over all runs of this process: keys of the floor never meet. */
  private static count = 0;
  private readonly tasks = new Map<number, { task: number; timer: number }>();

  constructor(
    private readonly pool: Pool,
    private readonly sizes: RowSizes,
  ) {}

  turn(): number {
    return FloorWriter.count;
  }

  async write(rootId: number): Promise<void> {
    FloorWriter.count += 1;
    const seq = FIRST_SEQ + FloorWriter.count;
    const task = FIRST_ID + FloorWriter.count * 4;
    const timer = task + 1;
    const old = this.tasks.get(rootId) ?? { task: 0, timer: 0 };
    this.tasks.set(rootId, { task, timer });
    const now = new Date();
    const hash = randomBytes(32);
    const text = (size: number): string => JSON.stringify('x'.repeat(Math.max(0, Math.round(size) - 2)));
    await this.pool.query(STATEMENTS, [
      rootId,
      text(this.sizes.snapshot),
      rootId,
      now,
      old.task,
      old.task,
      old.timer,
      task,
      rootId,
      now,
      now,
      task,
      now,
      timer,
      rootId,
      task,
      text(this.sizes.steps),
      now,
      now,
      text(this.sizes.computation),
      now,
      rootId,
      seq,
      now,
      now,
      text(this.sizes.facts),
      hash,
      hash,
      hash,
      rootId,
      seq,
      randomBytes(16),
      text(this.sizes.payload),
      task + 2,
      rootId,
      text(this.sizes.outbox),
      now,
      now,
      now,
      `floor-${task}`,
      hash.toString('hex'),
      text(this.sizes.result),
      now,
      now,
      hash,
      rootId,
    ]);
  }
}

/** Beyond any history number of a measured case. */
const FIRST_SEQ = 1_000_000;
