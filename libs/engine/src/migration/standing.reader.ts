import { Injectable } from '@nestjs/common';
import type { JsonObject, Snapshot } from '#libs/kernel';
import { HistoryReader } from '../history/history.reader.js';
import type { InstanceRow, TaskRow, TimerRow } from '../instances/case.rows.js';
import { readJson } from '../instances/json.column.js';
import type { QuerySource } from '../instances/query.source.js';
import type { StandingInstance } from './migration.plan.js';

/** What is known of an instance already: under the lock what the command holds, else what was read. */
export interface Standing {
  readonly rootId: number;
  readonly instance: InstanceRow & { readonly snapshot: Snapshot };
  readonly tasks: Iterable<TaskRow>;
  readonly timers: Iterable<TimerRow>;
  /** Steps of this very command, which are not in the history table yet. */
  readonly unwritten: readonly Entry[];
  /** When rows of this very command were made. */
  readonly now: Date;
}

interface Entry {
  readonly instanceId: number;
  readonly at: Date;
  readonly facts: JsonObject;
}

type Row = Record<string, unknown>;

/** Adds the times of tasks, timers and states, which only the tables know. */
@Injectable()
export class StandingReader {
  constructor(private readonly history: HistoryReader) {}

  async read(source: QuerySource, standing: Standing): Promise<StandingInstance> {
    const { rootId, instance, now } = standing;
    const tasks: Row[] = await source.query(
      "SELECT id, opened_at FROM engine_task WHERE instance_id = ? AND status = 'open'",
      [instance.id],
    );
    const timers: Row[] = await source.query(
      "SELECT id, created_at, calendar_version, computation FROM engine_timer WHERE instance_id = ? AND status IN ('armed', 'held')",
      [instance.id],
    );
    const rows = [...(await this.history.readAll(rootId, source)), ...standing.unwritten];
    const own = rows.filter(({ instanceId }) => instanceId === instance.id);
    return {
      rootId,
      instanceId: instance.id,
      snapshot: instance.snapshot,
      tasks: ofInstance(standing.tasks, instance.id).map((task) => {
        const row = rowOf(tasks, task.id);
        return { ...task, openedAt: row ? (row['opened_at'] as Date) : now };
      }),
      timers: ofInstance(standing.timers, instance.id).map((timer) => ({
        ...timer,
        ...armingOf(rowOf(timers, timer.id), now),
      })),
      enteredAt: (state) => own.findLast(({ facts }) => entered(facts).includes(state))?.at,
    };
  }
}

function ofInstance<T extends { readonly instanceId: number }>(rows: Iterable<T>, instanceId: number): T[] {
  return [...rows].filter((row) => row.instanceId === instanceId);
}

function rowOf(rows: readonly Row[], id: number): Row | undefined {
  return rows.find((row) => Number(row['id']) === id);
}

function armingOf(row: Row | undefined, now: Date) {
  if (!row) return { armedAt: now, calendarVersion: '', computation: [] };
  return {
    armedAt: row['created_at'] as Date,
    calendarVersion: String(row['calendar_version']),
    computation: readJson<JsonObject[]>(row['computation']),
  };
}

function entered(facts: JsonObject): readonly unknown[] {
  const states = facts['entered'];
  return Array.isArray(states) ? states : [];
}
