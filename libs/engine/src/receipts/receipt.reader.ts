import { Injectable } from '@nestjs/common';
import { type Caller, may, OrganisationDirectory } from '#libs/identity';
import type { Json, JsonObject } from '#libs/kernel';
import { DataSource } from 'typeorm';
import { Visibility } from '../authority/visibility.js';
import { readJson } from '../instances/json.column.js';
import { placeOf, type ReceiptView, type Verification } from './receipt.js';
import { NoSuchReceiptError } from './receipt.error.js';

/** Permission of those who audit: 审计. */
const AUDIT = 'audit.view';

type Row = Record<string, unknown>;

const HISTORY = `SELECT h.root_id, h.event, h.actor_user_id AS user_id, h.actor_organisation_id AS organisation_id, h.at,
  h.recorded_at, h.payload_digest AS content_hash, h.hash, h.facts, 'submission' AS kind, r.title
  FROM engine_history h JOIN engine_root r ON r.id = h.root_id
  WHERE h.root_id = ? AND h.seq = ? AND h.actor_user_id IS NOT NULL`;
const RECEIPT = `SELECT e.root_id, 'read' AS event, e.user_id, e.organisation_id, e.at, e.recorded_at, e.content_hash,
  e.hash, NULL AS facts, e.kind, r.title FROM engine_receipt e JOIN engine_root r ON r.id = e.root_id WHERE e.id = ?`;

/** 回执 for their owners and for auditors; and, for anybody who holds one, whether it is true. */
@Injectable()
export class ReceiptReader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly visibility: Visibility,
    private readonly directory: OrganisationDirectory,
  ) {}

  async read(caller: Caller, number: string): Promise<ReceiptView> {
    const row = await this.row(number);
    if (!row || !(await this.isFor(caller, row))) throw new NoSuchReceiptError(number);
    const facts = factsOf(row);
    return {
      number,
      kind: row['kind'] as ReceiptView['kind'],
      rootId: Number(row['root_id']),
      caseTitle: String(row['title']),
      event: String(row['event']),
      person: this.nameOf(Number(row['user_id'])),
      organisation: this.directory.byId(Number(row['organisation_id']))?.name ?? '',
      onBehalfOf: typeof facts['onBehalfOf'] === 'number' ? this.nameOf(facts['onBehalfOf']) : null,
      at: row['at'] as Date,
      recordedAt: row['recorded_at'] as Date,
      contentHash: hexOf(row['content_hash']),
      hash: hexOf(row['hash']),
      attachments: attachmentsIn(facts['attachments']),
    };
  }

  /** A wrong hash and a number that was never given look alike. */
  async verify(number: string, hash: string): Promise<Verification> {
    const row = await this.row(number);
    if (!row || hexOf(row['hash']) !== hash.toLowerCase()) return { valid: false, at: null, recordedAt: null };
    return { valid: true, at: row['at'] as Date, recordedAt: row['recorded_at'] as Date };
  }

  private async row(number: string): Promise<Row | undefined> {
    const place = placeOf(number);
    if (!place) return undefined;
    const rows: Row[] =
      place.in === 'history'
        ? await this.dataSource.query(HISTORY, [place.rootId, place.seq])
        : await this.dataSource.query(RECEIPT, [place.id]);
    return rows[0];
  }

  /** One's own, also where another acted in one's name; auditors of the case. */
  private async isFor(caller: Caller, row: Row): Promise<boolean> {
    const owners = [Number(row['user_id']), factsOf(row)['onBehalfOf']];
    if (owners.includes(caller.userId)) return true;
    return may(caller, AUDIT) && this.visibility.maySee(caller, Number(row['root_id']));
  }

  private nameOf(userId: number): string {
    return this.directory.user(userId)?.name ?? String(userId);
  }
}

function factsOf(row: Row): JsonObject {
  return row['facts'] === null ? {} : readJson<JsonObject>(row['facts']);
}

function hexOf(column: unknown): string {
  // A BINARY column comes as a Buffer.
  return Buffer.isBuffer(column) ? column.toString('hex') : '';
}

function attachmentsIn(facts: Json | undefined): ReceiptView['attachments'] {
  if (!Array.isArray(facts)) return [];
  return (facts as readonly Json[]).flatMap((file) => {
    const { id, sha256 } =
      typeof file === 'object' && file !== null && !Array.isArray(file) ? (file as JsonObject) : {};
    return typeof id === 'number' && typeof sha256 === 'string' ? [{ id, sha256 }] : [];
  });
}
