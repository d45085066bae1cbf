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
  const { rootId } = request;
  const results = await sendPacket(runner, [
    { sql: 'START TRANSACTION', values: [] },
    { sql: `SELECT ${ROOT_COLUMNS} FROM engine_root WHERE id = ? FOR UPDATE`, values: [rootId] },
    ...WORKING_SET.map((sql) => ({ sql, values: [rootId] })),
    doneByActor(request),
    idempotency(request),
  ]);
  const [, roots, instances, tasks, candidates, timers, parties, done, keys] = results.map(asRows);
  const root = roots?.[0];
  return {
    loaded: root
      ? {
          root: parseRoot(root),
          instances: (instances ?? []).map(parseInstance),
          tasks: (tasks ?? []).map((row) => parseTask(row, parseCandidates(candidates ?? []))),
          timers: (timers ?? []).map(parseTimer),
          parties: parseParties(parties ?? []),
          doneByActor: (done ?? []).map(parseDone),
        }
      : null,
    idempotency: (keys?.[0] as IdempotencyRow | undefined) ?? null,
  };
}

const ROOT_COLUMNS = 'id, kind, process, title, division_code, purchaser_id, status, business_at, seq, chain_head';

const WORKING_SET = [
  `SELECT id, parent_id, parent_state, process, version, bundle_hash, status, snapshot FROM engine_instance
   WHERE root_id = ? AND status = 'active' ORDER BY id`,
  `SELECT id, instance_id, state, entry, title, version, due_at FROM engine_task WHERE root_id = ? AND status = 'open'`,
  `SELECT c.task_id, c.organisation_id, c.role, c.user_id FROM engine_task t
   JOIN engine_task_candidate c ON c.task_id = t.id WHERE t.root_id = ? AND t.status = 'open'`,
  `SELECT id, instance_id, task_id, state, entry, deadline, kind, steps, next_step, next_at, generation, due_at, period,
     law, provisional FROM engine_timer WHERE root_id = ? AND status = 'armed'`,
  'SELECT relation, organisation_id FROM engine_party WHERE root_id = ?',
];

function doneByActor({ rootId, actorUserId }: LockRequest): Statement {
  return {
    sql: `SELECT instance_id, state FROM engine_task WHERE root_id = ? AND status = 'done' AND closed_by = ?`,
    values: [rootId, actorUserId ?? 0],
  };
}

function idempotency({ actorUserId, idempotencyKey }: LockRequest): Statement {
  return {
    sql: 'SELECT body_hash, result FROM engine_idempotency WHERE user_id = ? AND idempotency_key = ?',
    values: [actorUserId ?? 0, idempotencyKey ?? ''],
  };
}

function asRows(result: unknown): Record<string, unknown>[] {
  // mysql2 gives an array of row objects for each SELECT of the packet.
  return Array.isArray(result) ? (result as Record<string, unknown>[]) : [];
}
