import type { JsonObject, Round } from '#libs/kernel';
import { readJson } from '../instances/json.column.js';

/** What a signer sent before later signers were asked (后加签): it takes effect when they have finished. */
export interface HeldAct {
  readonly event: string;
  readonly payload: JsonObject;
  readonly comment: string | null;
}

/** 办理轮次 as it lies in `engine_task.round`. */
export interface StoredRound {
  readonly round: Round;
  /** By number of the seat. */
  readonly held: Readonly<Record<string, HeldAct>>;
}

const FORMAT = 1;

export function writeStoredRound(stored: StoredRound): string {
  return JSON.stringify({ format: FORMAT, ...stored });
}

/** Null for the plain task that nobody has operated on. */
export function readStoredRound(column: unknown): StoredRound | null {
  if (column === null || column === undefined) return null;
  const { format, round, held } = readJson<StoredRound & { format: number }>(column);
  if (format !== FORMAT) throw new RangeError(`engine_task.round has format ${format}; this version reads ${FORMAT}`);
  return { round, held };
}
