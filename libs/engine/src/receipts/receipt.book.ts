import { Injectable } from '@nestjs/common';
import type { Caller } from '#libs/identity';
import type { JsonObject } from '#libs/kernel';
import { IdAllocator, SystemClock } from '#libs/platform';
import { DataSource } from 'typeorm';
import { isDuplicateKey } from '../commands/lock.conflict.js';
import { canonicalJson, sha256 } from '../history/canonical.js';
import { numberOfReceipt, type ReadKind } from './receipt.js';

/** A notice that somebody has read. */
export interface ReadNotice {
  readonly kind: ReadKind;
  /** The notification, or the case that was copied. */
  readonly subjectId: number;
  readonly rootId: number;
  readonly reader: Pick<Caller, 'userId' | 'organisationId'>;
  /** Business time of the first reading. */
  readonly at: Date;
  /** What was read. */
  readonly content: JsonObject;
}

/** 已阅回执: one for each notice and reader, written once and never changed. */
@Injectable()
export class ReceiptBook {
  constructor(
    private readonly dataSource: DataSource,
    private readonly ids: IdAllocator,
    private readonly clock: SystemClock,
  ) {}

  /** The number of the receipt; read again, the first one stands. */
  async issue(notice: ReadNotice): Promise<string> {
    const known = await this.numberOf(notice);
    if (known !== null) return known;
    await this.ids.ensure();
    const id = this.ids.next();
    const { kind, subjectId, rootId, reader, at, content } = notice;
    const recordedAt = this.clock.now();
    const contentHash = sha256(Buffer.alloc(0), canonicalJson(content));
    const facts = { id, kind, subjectId, rootId, ...personOf(reader), at: at.toISOString() };
    const sealed = canonicalJson({
      ...facts,
      recordedAt: recordedAt.toISOString(),
      content: contentHash.toString('hex'),
    });
    const hash = sha256(Buffer.alloc(0), sealed);
    const row = [id, kind, subjectId, rootId, reader.userId, reader.organisationId, at, recordedAt, contentHash, hash];
    await this.insert(row);
    return (await this.numberOf(notice)) ?? numberOfReceipt(id);
  }

  /** Read in two windows at once, the first stands; the table allows no update. */
  private async insert(row: readonly unknown[]): Promise<void> {
    try {
      await this.dataSource.query(
        `INSERT INTO engine_receipt (id, kind, subject_id, root_id, user_id, organisation_id, at, recorded_at,
           content_hash, hash) VALUES (?)`,
        [row],
      );
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
  }

  private async numberOf({ kind, subjectId, reader }: ReadNotice): Promise<string | null> {
    const rows: { id: number }[] = await this.dataSource.query(
      'SELECT id FROM engine_receipt WHERE kind = ? AND subject_id = ? AND user_id = ?',
      [kind, subjectId, reader.userId],
    );
    return rows[0] ? numberOfReceipt(Number(rows[0].id)) : null;
  }
}

function personOf({ userId, organisationId }: ReadNotice['reader']): JsonObject {
  return { userId, organisationId };
}
