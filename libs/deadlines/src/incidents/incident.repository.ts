import { Injectable } from '@nestjs/common';
import { IdAllocator } from '#libs/platform';
import { DataSource } from 'typeorm';
import type { IncidentSubject } from './incident.entity.js';

export interface IncidentReport {
  readonly subject: IncidentSubject;
  readonly subjectId: number;
  readonly rootId: number;
  readonly reason: string;
  readonly attempts: number;
  readonly at: Date;
}

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

  async resolve(subject: IncidentSubject, subjectId: number, at: Date): Promise<void> {
    await this.dataSource.query(
      'UPDATE deadlines_incident SET resolved_at = ? WHERE subject = ? AND subject_id = ? AND resolved_at IS NULL',
      [at, subject, subjectId],
    );
  }

  async openCount(): Promise<number> {
    const [row]: [{ count: string }] = await this.dataSource.query(
      'SELECT COUNT(*) AS count FROM deadlines_incident WHERE resolved_at IS NULL',
    );
    return Number(row.count);
  }
}
