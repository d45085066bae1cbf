import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { NotVisibleError } from '../commands/command.error.js';
import type { CaseTransaction } from '../instances/case.transaction.js';
import type { QuerySource } from '../instances/query.source.js';
import { readJson, textOrNull } from '../instances/json.column.js';
import type { Intervention, InterventionKind, InterventionWish } from './intervention.js';

export const INTERVENTION_STATUSES = ['open', 'confirmed', 'declined'] as const;
export type InterventionStatus = (typeof INTERVENTION_STATUSES)[number];

/** An intervention as it stands, with who decided it. */
export interface InterventionRecord extends Intervention {
  readonly status: InterventionStatus;
  readonly decidedBy: number | null;
  readonly decidedAt: Date | null;
  readonly remark: string | null;
}

/** 干预申请: asked for by one person, decided by another; kept for the audit either way. */
@Injectable()
export class InterventionBook {
  constructor(private readonly dataSource: DataSource) {}

  /** Written with the command that tells of it. */
  enter(tx: CaseTransaction, asked: Omit<Intervention, 'id'>): Intervention {
    const id = tx.nextId();
    tx.write(
      `INSERT INTO engine_intervention (id, root_id, kind, wanted, reason, status, proposed_by, proposed_at)
       VALUES (?, ?, ?, ?, ?, 'open', ?, ?)`,
      [id, asked.rootId, asked.kind, JSON.stringify(asked.wanted), asked.reason, asked.proposedBy, asked.proposedAt],
    );
    return { ...asked, id };
  }

  async get(id: number, source: QuerySource = this.dataSource): Promise<InterventionRecord> {
    const rows: Row[] = await source.query('SELECT * FROM engine_intervention WHERE id = ?', [id]);
    const row = rows[0];
    if (!row) throw new NotVisibleError('intervention', id);
    return parse(row);
  }

  async ofCase(rootId: number): Promise<readonly InterventionRecord[]> {
    const rows: Row[] = await this.dataSource.query('SELECT * FROM engine_intervention WHERE root_id = ? ORDER BY id', [
      rootId,
    ]);
    return rows.map(parse);
  }
}

type Row = Record<string, unknown>;

function parse(row: Row): InterventionRecord {
  return {
    id: Number(row['id']),
    rootId: Number(row['root_id']),
    kind: row['kind'] as InterventionKind,
    wanted: readJson<InterventionWish>(row['wanted']),
    reason: String(row['reason']),
    status: row['status'] as InterventionStatus,
    proposedBy: Number(row['proposed_by']),
    proposedAt: row['proposed_at'] as Date,
    decidedBy: row['decided_by'] === null ? null : Number(row['decided_by']),
    decidedAt: row['decided_at'] as Date | null,
    remark: textOrNull(row['remark']),
  };
}
