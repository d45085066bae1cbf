import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { chainHash, payloadDigest } from './history.chain.js';
import { HistoryReader, type StoredHistory } from './history.reader.js';

/** One place where the chain is broken, and what does not fit. */
export interface ChainBreak {
  readonly seq: number;
  readonly reason: 'missing' | 'previous' | 'hash' | 'payload' | 'head';
}

export interface ChainReport {
  readonly rootId: number;
  readonly rows: number;
  readonly valid: boolean;
  readonly breaks: readonly ChainBreak[];
}

/** Recomputes the chain of a case from its rows: any change, gap or move shows. */
@Injectable()
export class ChainVerifier {
  constructor(
    private readonly dataSource: DataSource,
    private readonly reader: HistoryReader,
  ) {}

  async verify(rootId: number): Promise<ChainReport> {
    const rows = await this.reader.readAll(rootId);
    const heads: { seq: number; chain_head: Buffer }[] = await this.dataSource.query(
      'SELECT seq, chain_head FROM engine_root WHERE id = ?',
      [rootId],
    );
    const breaks: ChainBreak[] = [];
    let previous: Buffer = Buffer.alloc(32);
    for (const [index, row] of rows.entries()) {
      breaks.push(...breaksOf(row, index + 1, previous));
      previous = row.hash;
    }
    const head = heads[0];
    if (!head || head.seq !== rows.length || !head.chain_head.equals(previous))
      breaks.push({ seq: rows.length, reason: 'head' });
    return { rootId, rows: rows.length, valid: breaks.length === 0, breaks };
  }
}

function breaksOf(row: StoredHistory, expectedSeq: number, previous: Buffer): ChainBreak[] {
  const breaks: ChainBreak[] = [];
  if (row.seq !== expectedSeq) breaks.push({ seq: expectedSeq, reason: 'missing' });
  if (!row.previousHash.equals(previous)) breaks.push({ seq: row.seq, reason: 'previous' });
  if (!chainHash(row.previousHash, row).equals(row.hash)) breaks.push({ seq: row.seq, reason: 'hash' });
  const isAltered =
    row.salt !== null && row.payload !== null && !payloadDigest(row.salt, row.payload).equals(row.payloadDigest);
  if (isAltered) breaks.push({ seq: row.seq, reason: 'payload' });
  return breaks;
}
