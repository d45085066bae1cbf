import type { Snapshot } from '#libs/kernel';
import { readStoredRound } from '../signing/stored.round.js';
import type { TimerStep } from '../timers/due-step.js';
import type { Candidate, InstanceRow, RootRow, RootStatus, SuspensionRow, TaskRow, TimerRow } from './case.rows.js';
import { readJson, textOrNull } from './json.column.js';

/** A row as mysql2 gives it; the migration next door is its type. */
type Row = Record<string, unknown>;

export function parseRoot(row: Row): RootRow {
  return {
    id: Number(row['id']),
    kind: String(row['kind']),
    process: String(row['process']),
    title: String(row['title']),
    divisionCode: String(row['division_code']),
    purchaserId: Number(row['purchaser_id']),
    startedBy: typeof row['started_by'] === 'number' ? row['started_by'] : null,
    status: row['status'] as RootStatus,
    businessAt: row['business_at'] as Date,
    seq: Number(row['seq']),
    chainHead: row['chain_head'] as Buffer,
  };
}

export function parseInstance(row: Row): InstanceRow {
  return {
    id: Number(row['id']),
    parentId: row['parent_id'] === null ? null : Number(row['parent_id']),
    parentState: textOrNull(row['parent_state']),
    ...(typeof row['parent_item'] === 'number' ? { parentItem: row['parent_item'] } : {}),
    process: String(row['process']),
    version: Number(row['version']),
    bundleHash: String(row['bundle_hash']),
    status: row['status'] as InstanceRow['status'],
    snapshot: readJson<Snapshot>(row['snapshot']),
    output: null,
  };
}

export function parseCandidates(rows: readonly Row[]): ReadonlyMap<number, Candidate[]> {
  const byTask = new Map<number, Candidate[]>();
  for (const row of rows) {
    const taskId = Number(row['task_id']);
    const candidate = {
      organisationId: Number(row['organisation_id']),
      role: String(row['role']),
      userId: Number(row['user_id']),
    };
    byTask.set(taskId, [...(byTask.get(taskId) ?? []), candidate]);
  }
  return byTask;
}

export function parseTask(row: Row, candidates: ReadonlyMap<number, Candidate[]>): TaskRow {
  const id = Number(row['id']);
  return {
    id,
    instanceId: Number(row['instance_id']),
    state: String(row['state']),
    entry: Number(row['entry']),
    title: String(row['title']),
    version: Number(row['version']),
    dueAt: row['due_at'] as Date | null,
    candidates: candidates.get(id) ?? [],
    round: readStoredRound(row['round']),
    ...(Number(row['supervised']) === 1 ? { isSupervised: true } : {}),
  };
}

export function parseTimer(row: Row): TimerRow {
  return {
    id: Number(row['id']),
    instanceId: Number(row['instance_id']),
    taskId: row['task_id'] === null ? null : Number(row['task_id']),
    state: String(row['state']),
    entry: Number(row['entry']),
    deadline: String(row['deadline']),
    kind: row['kind'] as TimerRow['kind'],
    steps: readJson<TimerStep[]>(row['steps']),
    nextStep: Number(row['next_step']),
    nextAt: row['next_at'] as Date,
    generation: Number(row['generation']),
    dueAt: row['due_at'] as Date,
    period: String(row['period']),
    ...(typeof row['remaining'] === 'string' ? { remaining: row['remaining'] } : {}),
    law: textOrNull(row['law']),
    provisional: Number(row['provisional']) === 1,
    counting: parseCounting(row),
    calendarVersion: String(row['calendar_version']),
    ...(row['status'] === 'held' ? { isHeld: true } : {}),
  };
}

function parseCounting(row: Row): TimerRow['counting'] {
  const from = textOrNull(row['counted_from']);
  return from === null ? null : { from, period: textOrNull(row['counted_period']) ?? '' };
}

export function parseSuspension(row: Row): SuspensionRow {
  return {
    id: Number(row['id']),
    instanceId: Number(row['instance_id']),
    region: String(row['region']),
    scope: row['scope'] as SuspensionRow['scope'],
    cause: String(row['cause']),
    exempt: readJson<string[]>(row['exempt']),
  };
}

export function parseParties(rows: readonly Row[]): ReadonlyMap<string, readonly number[]> {
  return idsByRelation(rows, 'organisation_id');
}

/** Persons named for a relation; most relations have none. */
export function parsePersons(rows: readonly Row[]): ReadonlyMap<string, readonly number[]> {
  return idsByRelation(
    rows.filter((row) => row['user_id'] !== null),
    'user_id',
  );
}

/** Rows join organisations and persons, so that an id may come more than once. */
function idsByRelation(rows: readonly Row[], column: string): ReadonlyMap<string, readonly number[]> {
  const ids = new Map<string, number[]>();
  for (const row of rows) {
    const relation = String(row['relation']);
    const known = ids.get(relation) ?? [];
    const id = Number(row[column]);
    if (!known.includes(id)) ids.set(relation, [...known, id]);
  }
  return ids;
}

export function parseDone(row: Row): { instanceId: number; state: string } {
  return { instanceId: Number(row['instance_id']), state: String(row['state']) };
}
