import { Injectable } from '@nestjs/common';
import { IdAllocator } from '#libs/platform';
import { DataSource } from 'typeorm';
import type { IncidentSubject } from './incident.entity.js';
import type { IncidentView } from './incident.view.js';

export interface IncidentReport {
  readonly subject: IncidentSubject;
  readonly subjectId: number;
  readonly rootId: number;
  readonly reason: string;
  readonly attempts: number;
  readonly at: Date;
}

const COLUMNS = `id, subject, subject_id AS subjectId, root_id AS rootId, reason, attempts, opened_at AS openedAt,
  last_at AS lastAt`;

@Injectable()
export class IncidentRepository {
  constructor(
    private readonly dataSource: DataSource,
    private readonly ids: IdAllocator,
  ) {}

  /** Opens it, or brings the one that is there up to date. */
  async open({ subject, subjectId, rootId, reason, attempts, at }: IncidentReport): Promise<void> {
    await this.dataSource.query(
      `INSERT INTO deadlines_incident (id, subject, subject_id, root_id, reason, attempts, opened_at, last_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)
       ON DUPLICATE KEY UPDATE reason = VALUES(reason), attempts = VALUES(attempts), last_at = VALUES(last_at), resolved_at = NULL`,
      [this.ids.next(), subject, subjectId, rootId, reason, attempts, at, at],
    );
  }

  resolve(subject: IncidentSubject, subjectId: number, at: Date): Promise<void> {
    return this.resolveAll(subject, [subjectId], at);
  }

  async resolveAll(subject: IncidentSubject, subjectIds: readonly number[], at: Date): Promise<void> {
    await this.dataSource.query(
      'UPDATE deadlines_incident SET resolved_at = ? WHERE subject = ? AND subject_id IN (?) AND resolved_at IS NULL',
      [at, subject, subjectIds],
    );
  }

  openOnes(limit: number, before: { readonly at: Date; readonly id: number } | null): Promise<IncidentView[]> {
    const older = before === null ? '' : 'AND (opened_at, id) < (?, ?)';
    return this.dataSource.query(
      `SELECT ${COLUMNS} FROM deadlines_incident WHERE resolved_at IS NULL ${older} ORDER BY opened_at DESC, id DESC LIMIT ?`,
      [...(before === null ? [] : [before.at, before.id]), limit],
    );
  }

  async openOne(id: number): Promise<IncidentView | null> {
    const rows: IncidentView[] = await this.dataSource.query(
      `SELECT ${COLUMNS} FROM deadlines_incident WHERE id = ? AND resolved_at IS NULL`,
      [id],
    );
    return rows[0] ?? null;
  }

  async openCount(): Promise<number> {
    const [row]: [{ count: string }] = await this.dataSource.query(
      'SELECT COUNT(*) AS count FROM deadlines_incident WHERE resolved_at IS NULL',
    );
    return Number(row.count);
  }
}
