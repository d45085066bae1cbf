import type { QueryRunner } from 'typeorm';
import {
  parseCandidates,
  parseDone,
  parseInstance,
  parseParties,
  parseRoot,
  parseTask,
  parseTimer,
} from './case.parser.js';
import type { LoadedCase } from './case.transaction.js';
import { sendPacket, type Statement } from './sql.packet.js';

/** Values of an idempotency row found for this caller and key. */
export interface IdempotencyRow {
  readonly body_hash: string;
  readonly result: unknown;
}

export interface LockRequest {
  readonly rootId: number;
  readonly actorUserId: number | null;
  readonly idempotencyKey: string | null;
}

export interface LockedCase {
  /** Null when there is no such root. */
  readonly loaded: LoadedCase | null;
  readonly idempotency: IdempotencyRow | null;
}

/**
 * Begins the transaction, locks the root first, then reads its working set: one round trip.
 * Under READ COMMITTED each later read sees what the last holder of the lock committed.
 */
export async function lockCase(runner: QueryRunner, request: LockRequest): Promise<LockedCase> {
  const results = await sendPacket(runner, [
    { sql: 'START TRANSACTION', values: [] },
    { sql: `SELECT ${ROOT_COLUMNS} FROM engine_root WHERE id = ? FOR UPDATE`, values: [request.rootId] },
    ...WORKING_SET.map((sql) => ({ sql, values: [request.rootId] })),
    ...ofActor(request),
  ]);
  const [, roots = [], instances = [], tasks = [], timers = [], parties = [], done = [], keys = []] =
    results.map(asRows);
  const root = roots[0];
  return {
    loaded: root ? parseCase(root, { instances, tasks, timers, parties, done }) : null,
    idempotency: (keys[0] as IdempotencyRow | undefined) ?? null,
  };
}

/** What is read only for a person: earlier duties, and the answer to the same key. */
function ofActor({ rootId, actorUserId, idempotencyKey }: LockRequest): Statement[] {
  if (actorUserId === null) return [];
  const duties = { sql: DONE_BY_ACTOR, values: [rootId, actorUserId] };
  return idempotencyKey === null ? [duties] : [duties, { sql: IDEMPOTENCY, values: [actorUserId, idempotencyKey] }];
}

type Rows = Record<string, unknown>[];

function parseCase(
  root: Record<string, unknown>,
  { instances, tasks, timers, parties, done }: Record<'instances' | 'tasks' | 'timers' | 'parties' | 'done', Rows>,
): LoadedCase {
  const candidates = parseCandidates(tasks.filter((row) => row['organisation_id'] !== null));
  const one = new Map(tasks.map((row) => [row['id'], row]));
  return {
    root: parseRoot(root),
    instances: instances.map(parseInstance),
    tasks: [...one.values()].map((row) => parseTask(row, candidates)),
    timers: timers.map(parseTimer),
    parties: parseParties(parties),
    doneByActor: done.map(parseDone),
  };
}

const ROOT_COLUMNS = 'id, kind, process, title, division_code, purchaser_id, status, business_at, seq, chain_head';

const WORKING_SET = [
  `SELECT id, parent_id, parent_state, parent_item, process, version, bundle_hash, status, snapshot FROM engine_instance
   WHERE root_id = ? AND status = 'active' ORDER BY id`,
  `SELECT t.id, t.id AS task_id, t.instance_id, t.state, t.entry, t.title, t.version, t.due_at,
     c.organisation_id, c.role, c.user_id
   FROM engine_task t LEFT JOIN engine_task_candidate c ON c.task_id = t.id WHERE t.root_id = ? AND t.status = 'open'`,
  `SELECT id, instance_id, task_id, state, entry, deadline, kind, steps, next_step, next_at, generation, due_at, period,
     law, provisional FROM engine_timer WHERE root_id = ? AND status = 'armed'`,
  'SELECT relation, organisation_id FROM engine_party WHERE root_id = ?',
];

const DONE_BY_ACTOR =
  "SELECT instance_id, state FROM engine_task WHERE root_id = ? AND status = 'done' AND closed_by = ?";

const IDEMPOTENCY = 'SELECT body_hash, result FROM engine_idempotency WHERE user_id = ? AND idempotency_key = ?';

function asRows(result: unknown): Record<string, unknown>[] {
  // mysql2 gives an array of row objects for each SELECT of the packet.
  return Array.isArray(result) ? (result as Record<string, unknown>[]) : [];
}
