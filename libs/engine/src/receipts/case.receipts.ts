import { Injectable } from '@nestjs/common';
import type { Caller } from '#libs/identity';
import type { JsonObject } from '#libs/kernel';
import { DataSource } from 'typeorm';
import { Visibility } from '../authority/visibility.js';
import { NotVisibleError } from '../commands/command.error.js';
import { BundleStore } from '../definitions/bundle.store.js';
import { eventTitle } from '../explain/timeline.reader.js';
import { readJson } from '../instances/json.column.js';
import type { Language } from '../language/language.js';
import { numberOfReceipt, numberOfRow, type ReceiptView } from './receipt.js';

/** One receipt in the list of a case. */
export interface ReceiptLine extends Pick<ReceiptView, 'number' | 'kind' | 'at' | 'recordedAt' | 'hash'> {
  /** What was done, in words; `read` for a notice. */
  readonly title: string;
}

interface Row {
  readonly at: Date;
  readonly recorded_at: Date;
  readonly hash: Buffer;
}

interface SubmissionRow extends Row {
  readonly seq: number;
  readonly event: string;
  readonly facts: unknown;
  readonly bundle_hash: string | null;
}

interface ReadRow extends Row {
  readonly id: number;
  readonly kind: ReceiptView['kind'];
}

/** The case's own consequences of an act carry its actor, too; they are nobody's submission. */
const SUBMISSIONS = `SELECT h.seq, h.event, h.facts, h.at, h.recorded_at, h.hash, i.bundle_hash
  FROM engine_history h LEFT JOIN engine_instance i ON i.id = h.instance_id
  WHERE h.root_id = ? AND h.kind NOT IN ('completed', 'signalled', 'passed')
    AND NOT (h.kind = 'started' AND i.parent_id IS NOT NULL)
    AND (h.actor_user_id = ? OR JSON_VALUE(h.facts, '$.onBehalfOf') = ?)
  ORDER BY h.seq DESC`;
const READINGS = `SELECT id, kind, at, recorded_at, hash FROM engine_receipt
  WHERE user_id = ? AND root_id = ? ORDER BY id DESC`;

/** 我的回执: what the caller sent in or read in one case, and what was done in the caller's name. */
@Injectable()
export class CaseReceipts {
  constructor(
    private readonly dataSource: DataSource,
    private readonly visibility: Visibility,
    private readonly bundles: BundleStore,
  ) {}

  /** The newest first. A bidder has receipts in a case that it does not see; a case without any looks like none. */
  async read(caller: Caller, rootId: number, language: Language): Promise<readonly ReceiptLine[]> {
    const { userId } = caller;
    const submissions: SubmissionRow[] = await this.dataSource.query(SUBMISSIONS, [rootId, userId, userId]);
    const readings: ReadRow[] = await this.dataSource.query(READINGS, [userId, rootId]);
    const lines = [
      ...(await Promise.all(submissions.map((row) => this.submission(row, rootId, language)))),
      ...readings.map((row) => ({
        number: numberOfReceipt(Number(row.id)),
        kind: row.kind,
        title: 'read',
        ...timesOf(row),
      })),
    ];
    if (lines.length === 0 && !(await this.visibility.maySee(caller, rootId)))
      throw new NotVisibleError('case', rootId);
    return lines.toSorted((one, other) => other.recordedAt.getTime() - one.recordedAt.getTime());
  }

  private async submission(row: SubmissionRow, rootId: number, language: Language): Promise<ReceiptLine> {
    const bundle = row.bundle_hash === null ? undefined : await this.bundles.byHash(row.bundle_hash);
    const facts = readJson<JsonObject>(row.facts);
    const title = eventTitle({ event: row.event, facts }, { bundle, language });
    return { number: numberOfRow(rootId, row.seq), kind: 'submission', title, ...timesOf(row) };
  }
}

function timesOf({ at, recorded_at: recordedAt, hash }: Row): Pick<ReceiptLine, 'at' | 'recordedAt' | 'hash'> {
  return { at, recordedAt, hash: hash.toString('hex') };
}
