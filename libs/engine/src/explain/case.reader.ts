import { Injectable } from '@nestjs/common';
import type { Caller } from '#libs/identity';
import { DataSource } from 'typeorm';
import { Visibility } from '../authority/visibility.js';

/** A case as record libraries may know it. */
export interface CaseRecord {
  readonly rootId: number;
  readonly kind: string;
  readonly process: string;
  readonly title: string;
  readonly divisionCode: string;
  readonly purchaserId: number;
  readonly status: string;
  readonly businessAt: Date;
  readonly createdAt: Date;
}

export interface PartyQuery {
  readonly kind: string;
  /** Root id below which to read; null from the newest. */
  readonly after: number | null;
  readonly limit: number;
}

/** The engine's cases for libraries above: they keep records by root id and ask here for the rest. */
@Injectable()
export class CaseReader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly visibility: Visibility,
  ) {}

  async byId(rootId: number): Promise<CaseRecord | null> {
    const rows: Record<string, unknown>[] = await this.dataSource.query(
      'SELECT * FROM engine_root WHERE id = ? AND seq > 0',
      [rootId],
    );
    const row = rows[0];
    if (!row) return null;
    return {
      rootId: Number(row['id']),
      kind: String(row['kind']),
      process: String(row['process']),
      title: String(row['title']),
      divisionCode: String(row['division_code']),
      purchaserId: Number(row['purchaser_id']),
      status: String(row['status']),
      businessAt: row['business_at'] as Date,
      createdAt: row['created_at'] as Date,
    };
  }

  visibleTo(caller: Caller, rootId: number): Promise<boolean> {
    return this.visibility.maySee(caller, rootId);
  }

  /** Cases in which the organisation is a party, whatever the relation; newest first. */
  async rootsOfParty(organisationId: number, { kind, after, limit }: PartyQuery): Promise<number[]> {
    const rows: { root_id: number }[] = await this.dataSource.query(
      `SELECT DISTINCT p.root_id FROM engine_party p JOIN engine_root r ON r.id = p.root_id
       WHERE p.organisation_id = ? AND r.kind = ? AND p.root_id < ? ORDER BY p.root_id DESC LIMIT ?`,
      [organisationId, kind, after ?? Number.MAX_SAFE_INTEGER, limit],
    );
    return rows.map((row) => Number(row.root_id));
  }

  async partiesOf(rootId: number): Promise<ReadonlyMap<string, readonly number[]>> {
    const rows: { relation: string; organisation_id: number }[] = await this.dataSource.query(
      'SELECT relation, organisation_id FROM engine_party WHERE root_id = ?',
      [rootId],
    );
    const parties = new Map<string, number[]>();
    for (const row of rows)
      parties.set(row.relation, [...(parties.get(row.relation) ?? []), Number(row.organisation_id)]);
    return parties;
  }
}
