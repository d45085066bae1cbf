import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { parseCandidates, parseInstance, parseParties, parseRoot, parseTask } from './case.parser.js';
import type { InstanceRow, RootRow, TaskRow } from './case.rows.js';

/** A case as it stands, read without its lock: for looking, never for deciding. */
export interface CaseSnapshot {
  readonly root: RootRow;
  readonly createdAt: Date;
  readonly instances: readonly (InstanceRow & { readonly startedAt: Date; readonly endedAt: Date | null })[];
  readonly tasks: readonly TaskRow[];
  readonly parties: ReadonlyMap<string, readonly number[]>;
  readonly timers: readonly Record<string, unknown>[];
}

type Row = Record<string, unknown>;

/** Reads a case for pages and explanations. */
@Injectable()
export class CaseSnapshots {
  constructor(private readonly dataSource: DataSource) {}

  async read(rootId: number): Promise<CaseSnapshot | null> {
    const [root, instances, tasks, candidates, parties, timers] = await Promise.all([
      this.rows('SELECT * FROM engine_root WHERE id = ? AND seq > 0', rootId),
      this.rows('SELECT * FROM engine_instance WHERE root_id = ? ORDER BY started_at, id', rootId),
      this.rows("SELECT * FROM engine_task WHERE root_id = ? AND status = 'open' ORDER BY opened_at, id", rootId),
      this.rows(
        "SELECT c.* FROM engine_task t JOIN engine_task_candidate c ON c.task_id = t.id WHERE t.root_id = ? AND t.status = 'open'",
        rootId,
      ),
      this.rows('SELECT relation, organisation_id FROM engine_party WHERE root_id = ?', rootId),
      this.rows(
        "SELECT * FROM engine_timer WHERE root_id = ? AND status IN ('armed', 'held') ORDER BY due_at, id",
        rootId,
      ),
    ]);
    const row = root[0];
    if (!row) return null;
    const byTask = parseCandidates(candidates);
    return {
      root: parseRoot(row),
      createdAt: row['created_at'] as Date,
      instances: instances.map((instance) => ({
        ...parseInstance(instance),
        startedAt: instance['started_at'] as Date,
        endedAt: instance['ended_at'] as Date | null,
      })),
      tasks: tasks.map((task) => parseTask(task, byTask)),
      parties: parseParties(parties),
      timers,
    };
  }

  private rows(sql: string, rootId: number): Promise<Row[]> {
    return this.dataSource.query(sql, [rootId]);
  }
}
