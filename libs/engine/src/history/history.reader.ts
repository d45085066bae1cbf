import { Injectable } from '@nestjs/common';
import type { JsonObject } from '#libs/kernel';
import { DataSource } from 'typeorm';
import type { QuerySource } from '../instances/query.source.js';
import { readJson } from '../instances/json.column.js';

/** A history row as stored, with its payload where that has not been erased. */
export interface StoredHistory {
  readonly rootId: number;
  readonly seq: number;
  readonly instanceId: number;
  readonly kind: string;
  readonly at: Date;
  readonly recordedAt: Date;
  readonly actorUserId: number | null;
  readonly actorOrganisationId: number | null;
  readonly taskId: number | null;
  readonly event: string;
  readonly facts: JsonObject;
  readonly payloadDigest: Buffer;
  readonly previousHash: Buffer;
  readonly hash: Buffer;
  readonly salt: Buffer | null;
  readonly payload: JsonObject | null;
}

export interface HistoryQuery {
  readonly after: number;
  readonly limit: number;
}

/** Reads a case's history in order. */
@Injectable()
export class HistoryReader {
  constructor(private readonly dataSource: DataSource) {}

  async read(
    rootId: number,
    { after, limit }: HistoryQuery,
    source: QuerySource = this.dataSource,
  ): Promise<StoredHistory[]> {
    const rows: Record<string, unknown>[] = await source.query(
      `SELECT h.*, p.salt, p.payload FROM engine_history h
       LEFT JOIN engine_history_payload p ON p.root_id = h.root_id AND p.seq = h.seq
       WHERE h.root_id = ? AND h.seq > ? ORDER BY h.seq LIMIT ?`,
      [rootId, after, limit],
    );
    return rows.map(parseHistory);
  }

  /** The whole history, for replay and verification. */
  async readAll(rootId: number, source: QuerySource = this.dataSource): Promise<StoredHistory[]> {
    return this.read(rootId, { after: 0, limit: Number.MAX_SAFE_INTEGER }, source);
  }
}

function parseHistory(row: Record<string, unknown>): StoredHistory {
  const numberOrNull = (value: unknown): number | null => (value === null ? null : Number(value));
  return {
    rootId: Number(row['root_id']),
    seq: Number(row['seq']),
    instanceId: Number(row['instance_id']),
    kind: String(row['kind']),
    at: row['at'] as Date,
    recordedAt: row['recorded_at'] as Date,
    actorUserId: numberOrNull(row['actor_user_id']),
    actorOrganisationId: numberOrNull(row['actor_organisation_id']),
    taskId: numberOrNull(row['task_id']),
    event: String(row['event']),
    facts: readJson<JsonObject>(row['facts']),
    payloadDigest: row['payload_digest'] as Buffer,
    previousHash: row['previous_hash'] as Buffer,
    hash: row['hash'] as Buffer,
    salt: row['salt'] as Buffer | null,
    payload: row['payload'] === null ? null : readJson<JsonObject>(row['payload']),
  };
}
