import { createHash } from 'node:crypto';
import type { SealedLog } from './sealed-logs.js';

export type LogRow = Readonly<Record<string, unknown>>;

/** What the first batch of a log follows. */
export const NO_BATCH = '0'.repeat(64);

/** SHA-256 over the log's name, the batch before and every row; each part is delimited, so that none can flow into another. */
export function hashOfBatch(log: SealedLog, previousHash: string, rows: readonly LogRow[]): string {
  const hash = createHash('sha256').update(`${log.name}\n${previousHash}\n${rows.length}\n`);
  for (const row of rows) hash.update(`${JSON.stringify(log.columns.map((column) => textOf(row[column])))}\n`);
  return hash.digest('hex');
}

function textOf(value: unknown): unknown {
  return value instanceof Date ? value.toISOString() : (value ?? null);
}
