import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { NotVisibleError } from '../commands/command.error.js';
import { readJson, textOrNull } from '../instances/json.column.js';
import type { QuerySource } from '../instances/query.source.js';
import type { Explanation, Supervision, SupervisionOutcome, SupervisionStatus } from './supervision.js';

type Row = Record<string, unknown>;

/** Reads supervisions and their explanations; what is written goes with the command that decides it. */
@Injectable()
export class SupervisionBook {
  constructor(private readonly dataSource: DataSource) {}

  async get(id: number, source: QuerySource = this.dataSource): Promise<Supervision> {
    const rows: Row[] = await source.query('SELECT * FROM engine_supervision WHERE id = ?', [id]);
    const [row] = rows;
    if (!row) throw new NotVisibleError('supervision', id);
    return parseSupervision(row);
  }

  /** Of one task, those that are open. */
  async openOf(taskId: number, source: QuerySource): Promise<readonly Supervision[]> {
    const rows: Row[] = await source.query(
      "SELECT * FROM engine_supervision WHERE task_id = ? AND status = 'open' ORDER BY id",
      [taskId],
    );
    return rows.map(parseSupervision);
  }

  async explanations(supervisionId: number, source: QuerySource = this.dataSource): Promise<readonly Explanation[]> {
    const rows: Row[] = await source.query('SELECT * FROM engine_explanation WHERE supervision_id = ? ORDER BY id', [
      supervisionId,
    ]);
    return rows.map(parseExplanation);
  }
}

export function parseSupervision(row: Row): Supervision {
  return {
    id: Number(row['id']),
    rootId: Number(row['root_id']),
    taskId: Number(row['task_id']),
    level: String(row['level']),
    organisationId: Number(row['organisation_id']),
    role: String(row['role']),
    subjectId: Number(row['subject_id']),
    status: row['status'] as SupervisionStatus,
    outcome: row['outcome'] as SupervisionOutcome | null,
    openedAt: row['opened_at'] as Date,
    closedAt: row['closed_at'] as Date | null,
  };
}

function parseExplanation(row: Row): Explanation {
  return {
    id: Number(row['id']),
    question: String(row['question']),
    askedBy: Number(row['asked_by']),
    askedAt: row['asked_at'] as Date,
    answer: textOrNull(row['answer']),
    attachments: row['attachments'] === null ? [] : readJson<number[]>(row['attachments']),
    answeredBy: row['answered_by'] === null ? null : Number(row['answered_by']),
    answeredAt: row['answered_at'] as Date | null,
  };
}
