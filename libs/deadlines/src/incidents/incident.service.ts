import { Injectable } from '@nestjs/common';
import { decodeCursor, type PageQuery, pageOf, SystemClock } from '#libs/platform';
import { DataSource } from 'typeorm';
import { NoOpenIncidentError } from './incident.error.js';
import type { IncidentSubject } from './incident.entity.js';
import { IncidentRepository } from './incident.repository.js';
import type { IncidentPage } from './incident.view.js';

/** How each subject is tried again: at once, with all its attempts before it. */
const RETRY: Readonly<Record<IncidentSubject, string>> = {
  timer: 'UPDATE engine_timer SET attempts = 0, retry_at = NULL WHERE id = ?',
  outbox:
    'UPDATE engine_outbox SET attempts = 0, dead_at = NULL, claimed_until = NULL WHERE id = ? AND sent_at IS NULL',
  sending: `UPDATE deadlines_sending SET state = 'pending', attempts = 0, retry_at = NULL, closed_at = NULL
    WHERE id = ? AND state = 'dead'`,
};

/** What operators see and do about what keeps failing. */
@Injectable()
export class IncidentService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly incidents: IncidentRepository,
    private readonly clock: SystemClock,
  ) {}

  async page({ limit, after }: PageQuery): Promise<IncidentPage> {
    const rows = await this.incidents.openOnes(limit + 1, after === undefined ? null : beforeOf(after));
    const { items, next } = pageOf(rows, limit, (row) => [row.openedAt.getTime(), row.id]);
    return { items: [...items], next };
  }

  /** Closes the incident and tries again; it opens anew if that fails too. */
  async retry(id: number): Promise<void> {
    const incident = await this.incidents.openOne(id);
    if (!incident) throw new NoOpenIncidentError(id);
    await this.dataSource.query(RETRY[incident.subject], [incident.subjectId]);
    await this.incidents.resolve(incident.subject, incident.subjectId, this.clock.now());
  }
}

function beforeOf(cursor: string): { at: Date; id: number } {
  const [at, id] = decodeCursor(cursor, 2).map(Number);
  return { at: new Date(at ?? 0), id: id ?? 0 };
}
