import { Injectable } from '@nestjs/common';
import type { JsonObject } from '#libs/kernel';
import { SystemClock } from '#libs/platform';
import { DataSource, type EntityManager } from 'typeorm';
import type { ClaimedMessage } from './outbox.row.js';

const LEASE_MS = 120_000;

interface OutboxRow {
  readonly id: number;
  readonly rootId: number;
  readonly seq: number;
  readonly kind: string;
  readonly payload: JsonObject | string;
  readonly at: Date;
  readonly attempts: number;
}

/** A failed delivery: when to try again, or that it is given up. */
export interface FailedDelivery {
  readonly attempts: number;
  readonly error: string;
  /** Null: a dead letter, kept and visible. */
  readonly retryAt: Date | null;
}

/**
 * engine_outbox as the relay uses it. Leases and backoff run on system time. Order within a root is (seq, id):
 * ids of several processes come from different blocks, the root's history number only grows.
 */
@Injectable()
export class OutboxRepository {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: SystemClock,
  ) {}

  /** Takes what is free, oldest first; of a root nothing that has an earlier one waiting elsewhere. */
  claim(limit: number): Promise<ClaimedMessage[]> {
    const now = this.clock.now();
    return this.dataSource.transaction('READ COMMITTED', async (manager) => {
      const free = await findFree(manager, { now, limit });
      const rows = inOrder(await withoutBlocked(manager, free));
      if (rows.length === 0) return [];
      const until = new Date(now.getTime() + LEASE_MS);
      await manager.query('UPDATE engine_outbox SET claimed_until = ? WHERE id IN (?)', [until, idsOf(rows)]);
      return rows.map(toClaimed);
    });
  }

  async markSent(ids: readonly number[]): Promise<void> {
    if (ids.length === 0) return;
    await this.dataSource.query('UPDATE engine_outbox SET sent_at = ?, claimed_until = NULL WHERE id IN (?)', [
      this.clock.now(),
      ids,
    ]);
  }

  async markFailed(id: number, { attempts, error, retryAt }: FailedDelivery): Promise<void> {
    const now = this.clock.now();
    await this.dataSource.query(
      `UPDATE engine_outbox SET attempts = ?, last_error = ?, available_at = ?, dead_at = ?, claimed_until = NULL
       WHERE id = ?`,
      [attempts, error, retryAt ?? now, retryAt === null ? now : null, id],
    );
  }

  /** Gives back what was claimed and not tried. */
  async release(ids: readonly number[]): Promise<void> {
    if (ids.length === 0) return;
    await this.dataSource.query('UPDATE engine_outbox SET claimed_until = NULL WHERE id IN (?)', [ids]);
  }

  async counts(): Promise<{ pending: number; dead: number }> {
    const [row]: [{ pending: string; dead: string }] = await this.dataSource.query(
      `SELECT COALESCE(SUM(dead_at IS NULL), 0) AS pending, COALESCE(SUM(dead_at IS NOT NULL), 0) AS dead
       FROM engine_outbox WHERE sent_at IS NULL`,
    );
    return { pending: Number(row.pending), dead: Number(row.dead) };
  }
}

/** `available_at` counts only after a failure: a new message is free at once. */
function findFree(manager: EntityManager, { now, limit }: { now: Date; limit: number }): Promise<OutboxRow[]> {
  return manager.query(
    `SELECT id, root_id AS rootId, seq, kind, payload, at, attempts FROM engine_outbox
     WHERE sent_at IS NULL AND dead_at IS NULL
       AND (attempts = 0 OR available_at <= ?) AND (claimed_until IS NULL OR claimed_until < ?)
     ORDER BY available_at, seq, id LIMIT ? FOR UPDATE SKIP LOCKED`,
    [now, now, limit],
  );
}

/** Drops each row before which another one of its root waits: backing off, claimed or being claimed elsewhere. */
async function withoutBlocked(manager: EntityManager, rows: readonly OutboxRow[]): Promise<OutboxRow[]> {
  if (rows.length === 0) return [];
  const mine = idsOf(rows);
  const waiting: Pick<OutboxRow, 'rootId' | 'seq' | 'id'>[] = await manager.query(
    `SELECT root_id AS rootId, seq, id FROM engine_outbox FORCE INDEX (ix_engine_outbox__pending)
     WHERE sent_at IS NULL AND dead_at IS NULL AND root_id IN (?) AND id NOT IN (?)`,
    [[...new Set(rows.map((row) => row.rootId))], mine],
  );
  return rows.filter((row) => !waiting.some((other) => other.rootId === row.rootId && isBefore(other, row)));
}

/** Roots may mix; within each the order is right. */
function inOrder(rows: readonly OutboxRow[]): OutboxRow[] {
  return [...rows].sort((one, other) => (isBefore(one, other) ? -1 : 1));
}

type Place = Pick<OutboxRow, 'seq' | 'id'>;

function isBefore(one: Place, other: Place): boolean {
  return one.seq < other.seq || (one.seq === other.seq && one.id < other.id);
}

function idsOf(rows: readonly OutboxRow[]): number[] {
  return rows.map((row) => row.id);
}

/** MariaDB hands JSON out as text, MySQL as a value. */
function toClaimed(row: OutboxRow): ClaimedMessage {
  const { payload } = row;
  // The engine wrote it as a JSON object.
  const { id, rootId, kind, at, attempts } = row;
  return {
    id,
    rootId,
    kind,
    at,
    attempts,
    payload: typeof payload === 'string' ? (JSON.parse(payload) as JsonObject) : payload,
  };
}
