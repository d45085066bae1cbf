import type { QueryRunner } from 'typeorm';
import { DONE_BY, doneByValues } from '../authority/earlier.duties.js';
import { RECUSED, recusedValues } from '../authority/recusals/recused.query.js';
import {
  parseCandidates,
  parseDone,
  parseInstance,
  parseParties,
  parsePersons,
  parseRoot,
  parseSuspension,
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
    { sql: RECUSED, values: recusedValues(request.rootId) },
    ...ofActor(request),
  ]);
  const rows = byName(results.map(asRows));
  const root = rows.roots[0];
  return {
    loaded: root ? parseCase(root, rows) : null,
    idempotency: (rows.keys[0] as IdempotencyRow | undefined) ?? null,
  };
}

/** What is read only for a person: earlier duties, and the answer to the same key. */
function ofActor({ rootId, actorUserId, idempotencyKey }: LockRequest): Statement[] {
  if (actorUserId === null) return [];
  const duties = { sql: DONE_BY, values: doneByValues(rootId, actorUserId) };
  return idempotencyKey === null ? [duties] : [duties, { sql: IDEMPOTENCY, values: [actorUserId, idempotencyKey] }];
}

type Rows = Record<string, unknown>[];

/** The statements of the packet in order; the last two only for a person. */
const RESULTS = [
  'begin',
  'roots',
  'instances',
  'tasks',
  'timers',
  'parties',
  'suspensions',
  'recused',
  'done',
  'keys',
] as const;
type WorkingRows = Exclude<(typeof RESULTS)[number], 'begin' | 'roots' | 'keys'>;

function byName(results: readonly Rows[]): Record<(typeof RESULTS)[number], Rows> {
  // The names are the keys, each once.
  return Object.fromEntries(RESULTS.map((name, index) => [name, results[index] ?? []])) as Record<
    (typeof RESULTS)[number],
    Rows
  >;
}

function parseCase(
  root: Record<string, unknown>,
  { instances, tasks, timers, parties, suspensions, recused, done }: Record<WorkingRows, Rows>,
): LoadedCase {
  const candidates = parseCandidates(tasks.filter((row) => row['organisation_id'] !== null));
  const one = new Map(tasks.map((row) => [row['id'], row]));
  return {
    root: parseRoot(root),
    instances: instances.map(parseInstance),
    tasks: [...one.values()].map((row) => parseTask(row, candidates)),
    timers: timers.map(parseTimer),
    parties: parseParties(parties),
    persons: parsePersons(parties),
    suspensions: suspensions.map(parseSuspension),
    recused: new Set(recused.map((row) => Number(row['user_id']))),
    doneByActor: done.map(parseDone),
  };
}

const ROOT_COLUMNS =
  'id, kind, process, title, division_code, purchaser_id, started_by, status, business_at, seq, chain_head';

const WORKING_SET = [
  `SELECT id, parent_id, parent_state, parent_item, process, version, bundle_hash, status, snapshot FROM engine_instance
   WHERE root_id = ? AND status = 'active' ORDER BY id`,
  `SELECT t.id, t.id AS task_id, t.instance_id, t.state, t.entry, t.title, t.version, t.due_at, t.round, t.supervised,
     c.organisation_id, c.role, c.user_id
   FROM engine_task t LEFT JOIN engine_task_candidate c ON c.task_id = t.id WHERE t.root_id = ? AND t.status = 'open'`,
  `SELECT id, instance_id, task_id, state, entry, deadline, kind, steps, next_step, next_at, generation, due_at, period,
     remaining, law, provisional, counted_from, counted_period, calendar_version, status
   FROM engine_timer WHERE root_id = ? AND status IN ('armed', 'suspended', 'held')`,
  `SELECT p.relation, p.organisation_id, n.user_id FROM engine_party p
   LEFT JOIN engine_party_person n ON n.root_id = p.root_id AND n.relation = p.relation WHERE p.root_id = ?`,
  `SELECT id, instance_id, region, scope, cause, exempt FROM engine_suspension
   WHERE root_id = ? AND ended_seq IS NULL ORDER BY id`,
];

const IDEMPOTENCY = 'SELECT body_hash, result FROM engine_idempotency WHERE user_id = ? AND idempotency_key = ?';

function asRows(result: unknown): Record<string, unknown>[] {
  // mysql2 gives an array of row objects for each SELECT of the packet.
  return Array.isArray(result) ? (result as Record<string, unknown>[]) : [];
}
