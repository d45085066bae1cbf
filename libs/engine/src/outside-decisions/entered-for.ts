import type { JsonObject } from '#libs/kernel';
import type { CaseTransaction } from '../instances/case.transaction.js';
import { EnteredForFutureError, LateEntryNotAllowedError } from './late-entry.error.js';

/** 补录: when it was really done, why it is entered only now, and the paper that shows it. */
export interface LateEntry {
  readonly at: Date;
  readonly reason: string;
  /** Attachment. */
  readonly document: number;
}

/** A field of a form that says on which day a decision was taken elsewhere (党组会、常务会、人大). */
const KEYWORD = 'x-entered-for';
/** The calendar day begins at this offset; China has one time zone and no summer time. */
const DAY_BEGINS = 'T00:00:00+08:00';

/**
 * Notes beside the true time of entry when something was really done: by the form of a decision that was taken
 * elsewhere, or because it is entered late. The process itself never goes back in time.
 */
export function noteEnteredFor(tx: CaseTransaction, schema: JsonObject | undefined, payload: JsonObject): void {
  const field = dateField(schema);
  const day = field === undefined ? undefined : payload[field];
  if (field === undefined || typeof day !== 'string') return;
  assertPast(tx, new Date(`${day}${DAY_BEGINS}`), `/form/${field}`);
  tx.enteredFor = { on: day };
}

export function noteLateEntry(
  tx: CaseTransaction,
  task: { title: string; allow: readonly string[] },
  late: LateEntry,
): void {
  if (!task.allow.includes('late-entry')) throw new LateEntryNotAllowedError(task.title);
  assertPast(tx, late.at, '/lateEntry/at');
  tx.enteredFor = { at: late.at.toISOString(), reason: late.reason, document: late.document };
}

function assertPast(tx: CaseTransaction, at: Date, field: string): void {
  if (at > tx.frame.receivedAt) throw new EnteredForFutureError(field);
}

function dateField(schema: JsonObject | undefined): string | undefined {
  const properties = schema?.['properties'];
  if (typeof properties !== 'object' || properties === null || Array.isArray(properties)) return undefined;
  const found = Object.entries(properties as JsonObject).find(
    ([, property]) => typeof property === 'object' && property !== null && (property as JsonObject)[KEYWORD] === true,
  );
  return found?.[0];
}
