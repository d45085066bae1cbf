import { randomBytes } from 'node:crypto';
import type { JsonObject } from '#libs/kernel';
import type { CaseTransaction } from '../instances/case.transaction.js';
import { rowsOf, type Statement } from '../instances/sql.packet.js';
import { canonicalJson, sha256 } from './canonical.js';
import type { HistoryDraft } from './history.draft.js';

const SALT_BYTES = 16;

/** The fields that the hash covers, in the form that a verifier reads back from the row. */
export interface ChainedFields {
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
}

/** SHA-256 over the previous hash and the row: a changed, missing or moved row breaks every later one. */
export function chainHash(previous: Buffer, fields: ChainedFields): Buffer {
  const text = canonicalJson({
    rootId: fields.rootId,
    seq: fields.seq,
    instanceId: fields.instanceId,
    kind: fields.kind,
    at: fields.at.toISOString(),
    recordedAt: fields.recordedAt.toISOString(),
    actorUserId: fields.actorUserId,
    actorOrganisationId: fields.actorOrganisationId,
    taskId: fields.taskId,
    event: fields.event,
    facts: fields.facts,
    payload: fields.payloadDigest.toString('hex'),
  });
  return sha256(previous, text);
}

export function payloadDigest(salt: Buffer, payload: JsonObject): Buffer {
  return sha256(salt, canonicalJson(payload));
}

interface ChainedRow {
  readonly draft: HistoryDraft;
  readonly salt: Buffer;
  readonly digest: Buffer;
  readonly previous: Buffer;
  readonly hash: Buffer;
}

/** Chains the drafts of a command onto the root's head and gives the statements that write them. */
export function sealHistory(tx: CaseTransaction): Statement[] {
  if (tx.history.length === 0) return [];
  // A step's row is written after the rows of what it cancelled.
  const drafts = tx.history.toSorted((a, b) => a.seq - b.seq).map((draft) => withActing(tx, draft));
  const rows = drafts.map((draft) => chain(tx, draft));
  return [historyInsert(tx, rows), payloadInsert(tx, rows)];
}

/** What the actor did says for whom it was done (代理), when that was (补录), and which files were sent with it. */
function withActing({ onBehalfOf, enteredFor, attachments }: CaseTransaction, draft: HistoryDraft): HistoryDraft {
  if (draft.actor === null) return draft;
  const files = Object.keys(draft.payload).length > 0 ? attachments : [];
  const said = {
    ...(onBehalfOf !== null && { onBehalfOf }),
    ...(enteredFor !== null && { enteredFor }),
    ...(files.length > 0 && { attachments: files.map((file) => ({ ...file })) }),
  };
  return Object.keys(said).length === 0 ? draft : { ...draft, facts: { ...draft.facts, ...said } };
}

function chain(tx: CaseTransaction, draft: HistoryDraft): ChainedRow {
  const salt = randomBytes(SALT_BYTES);
  const digest = payloadDigest(salt, draft.payload);
  const previous = tx.root.chainHead;
  const hash = chainHash(previous, { ...fieldsOf(tx, draft), payloadDigest: digest });
  tx.root.chainHead = hash;
  return { draft, salt, digest, previous, hash };
}

function fieldsOf(tx: CaseTransaction, draft: HistoryDraft): Omit<ChainedFields, 'payloadDigest'> {
  return {
    rootId: tx.root.id,
    seq: draft.seq,
    instanceId: draft.instanceId,
    kind: draft.kind,
    at: draft.at,
    recordedAt: tx.frame.recordedAt,
    actorUserId: draft.actor?.userId ?? null,
    actorOrganisationId: draft.actor?.organisationId ?? null,
    taskId: draft.taskId,
    event: draft.event,
    facts: draft.facts,
  };
}

function historyInsert(tx: CaseTransaction, rows: readonly ChainedRow[]): Statement {
  const recordedAt = tx.frame.recordedAt;
  const month = recordedAt.getUTCFullYear() * 100 + recordedAt.getUTCMonth() + 1;
  return {
    sql: `INSERT INTO engine_history (root_id, seq, month, instance_id, kind, at, recorded_at, actor_user_id,
      actor_organisation_id, task_id, event, facts, payload_digest, previous_hash, hash) VALUES ${rowsOf(15, rows.length)}`,
    values: rows.flatMap(({ draft, digest, previous, hash }) => [
      tx.root.id,
      draft.seq,
      month,
      draft.instanceId,
      draft.kind,
      draft.at,
      recordedAt,
      draft.actor?.userId ?? null,
      draft.actor?.organisationId ?? null,
      draft.taskId,
      draft.event,
      JSON.stringify(draft.facts),
      digest,
      previous,
      hash,
    ]),
  };
}

function payloadInsert(tx: CaseTransaction, rows: readonly ChainedRow[]): Statement {
  return {
    sql: `INSERT INTO engine_history_payload (root_id, seq, salt, payload) VALUES ${rowsOf(4, rows.length)}`,
    values: rows.flatMap(({ draft, salt }) => [tx.root.id, draft.seq, salt, JSON.stringify(draft.payload)]),
  };
}
