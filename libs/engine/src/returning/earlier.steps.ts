import { Injectable } from '@nestjs/common';
import { OrganisationDirectory } from '#libs/identity';
import { type BranchReach, type CompiledProcess, regionsInReach, type TaskSpec } from '#libs/kernel';
import { DataSource } from 'typeorm';
import type { Candidate, TaskRow, TaskStatus } from '../instances/case.rows.js';
import type { QuerySource } from '../instances/query.source.js';
import { readStoredRound } from '../signing/stored.round.js';

/** A step that is done and still counts: no later return has undone it. */
export interface EarlierStep {
  readonly taskId: number;
  readonly state: string;
  readonly title: string;
  /** Event by which it was left. */
  readonly event: string;
  readonly closedSeq: number;
  readonly closedAt: Date;
  readonly dueAt: Date | null;
  /** Who gets it again; null when all who have the step now are asked anew. */
  readonly candidates: readonly Candidate[] | null;
}

/** Where work stands, and how far it may go back. */
export interface BackFrom {
  readonly compiled: CompiledProcess;
  readonly branches: BranchReach;
}

interface Row {
  readonly id: number;
  readonly state: string;
  readonly title: string;
  readonly status: TaskStatus;
  readonly entry: number;
  readonly due_at: Date | null;
  readonly closed_seq: number;
  readonly closed_at: Date;
  readonly closed_event: string;
  /** Whose it was: of 代理, the principal. */
  readonly closed_by: number | null;
  readonly closed_for: number | null;
  readonly round: unknown;
}

/** The steps to which the work of a task may go back. */
@Injectable()
export class EarlierSteps {
  constructor(
    private readonly dataSource: DataSource,
    private readonly directory: OrganisationDirectory,
  ) {}

  /** The latest first, each state once. */
  async before(
    { instanceId, state }: Pick<TaskRow, 'instanceId' | 'state'>,
    { compiled, branches }: BackFrom,
    source: QuerySource = this.dataSource,
  ): Promise<readonly EarlierStep[]> {
    const rows: Row[] = await source.query(
      `SELECT id, state, title, status, entry, due_at, closed_seq, closed_at, closed_event,
         COALESCE(closed_on_behalf_of, closed_by) AS closed_by, closed_for, round
       FROM engine_task WHERE instance_id = ? ORDER BY closed_seq`,
      [instanceId],
    );
    const regions = regionsInReach(compiled, state, branches);
    const latest = new Map<string, Row>();
    for (const row of standing(rows, compiled).toReversed()) {
      const isInReach = row.state !== state && regions.includes(compiled.regionOf(row.state));
      if (isInReach && !latest.has(row.state)) latest.set(row.state, row);
    }
    return [...latest.values()].map((row) => this.stepOf(row, compiled.states.get(row.state)?.task));
  }

  private stepOf(row: Row, spec: TaskSpec | undefined): EarlierStep {
    return {
      taskId: Number(row.id),
      state: row.state,
      title: row.title,
      event: row.closed_event,
      closedSeq: Number(row.closed_seq),
      closedAt: row.closed_at,
      dueAt: row.due_at,
      candidates: spec ? this.candidatesOf(row, spec) : null,
    };
  }

  /** Whoever did it; those who were drawn by lot; of several others, or of whom has left, all who have it now. */
  private candidatesOf(row: Row, spec: TaskSpec): readonly Candidate[] | null {
    const { role } = spec.assignee;
    if (!isOfSeveral(spec)) {
      const person = { organisationId: Number(row.closed_for), role, userId: Number(row.closed_by) };
      return this.isInService(person.userId) ? [person] : null;
    }
    if (spec.choice?.by !== 'draw') return null;
    const seats = readStoredRound(row.round)?.round.seats ?? [];
    const drawn = seats.filter(({ origin, status }) => origin === 'assigned' && status !== 'removed');
    const isComplete = drawn.length > 0 && drawn.every(({ userId }) => this.isInService(userId));
    return isComplete ? drawn.map(({ organisationId, userId }) => ({ organisationId, role, userId })) : null;
  }

  private isInService(userId: number): boolean {
    return this.directory.user(userId)?.status === 'active';
  }
}

/** Whether a round decides, so that the step belongs to no single person. */
export function isOfSeveral({ sign }: Pick<TaskSpec, 'sign'>): boolean {
  return sign !== undefined && sign.mode !== 'one' && sign.mode !== 'random';
}

/** Steps that are done, without those that a return has undone: everything of its region since the step it went to. */
function standing(rows: readonly Row[], compiled: CompiledProcess): readonly Row[] {
  let done: readonly Row[] = [];
  for (const row of rows) {
    if (row.closed_by === null) continue;
    if (row.status === 'done') done = [...done, row];
    if (row.status === 'returned' && !comesStraightBack(row, compiled)) done = withoutUndone(done, row, rows, compiled);
  }
  return done;
}

function withoutUndone(
  done: readonly Row[],
  returned: Row,
  rows: readonly Row[],
  compiled: CompiledProcess,
): readonly Row[] {
  const again = rows.find(({ entry }) => Number(entry) === Number(returned.closed_seq));
  const first = done.findLast(({ state }) => state === again?.state);
  if (!first) return done;
  const region = compiled.regionOf(first.state);
  const isWithin = ({ state }: Row): boolean => regionsInReach(compiled, state, 'all').includes(region);
  return done.filter((row) => Number(row.closed_seq) < Number(first.closed_seq) || !isWithin(row));
}

/** After 驳回 with `then: back` the approvals in between stand. */
function comesStraightBack({ state, closed_event: event }: Row, { states }: CompiledProcess): boolean {
  return event === 'reject' && states.get(state)?.task?.reject?.then === 'back';
}
