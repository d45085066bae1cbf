import { Injectable } from '@nestjs/common';
import { SystemClock } from '#libs/platform';
import { DataSource } from 'typeorm';
import { hashOfBatch, type LogRow, NO_BATCH } from './batch.hash.js';
import { LogSeal } from './log-seal.entity.js';
import { SEALED_LOGS, type SealedLog } from './sealed-logs.js';

/** Numbers are given out before rows become visible: what is older than this has no gap left that could still be filled. */
const SETTLED_MS = 60_000;
const BATCH_ROWS = 5_000;

/**
 * Seals (封存) what was added to the logs: each batch's hash covers its rows and the batch before, so that a row that is
 * changed, removed or put in between later is found. Several processes may try: the number of a batch is a primary key.
 */
@Injectable()
export class LogSealer {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: SystemClock,
  ) {}

  /** Answers how many batches were sealed. */
  async sealAll(): Promise<number> {
    let batches = 0;
    for (const log of SEALED_LOGS) while (await this.sealNext(log)) batches += 1;
    return batches;
  }

  private async sealNext(log: SealedLog): Promise<boolean> {
    const [last] = await this.dataSource.manager.find(LogSeal, {
      where: { log: log.name },
      order: { number: 'DESC' },
      take: 1,
    });
    const rows = await this.unsealed(log, Number(last?.lastSeq ?? 0));
    if (rows.length === 0) return false;
    const previousHash = last?.hash ?? NO_BATCH;
    return this.write({
      log: log.name,
      number: (last?.number ?? 0) + 1,
      lastSeq: Number(rows.at(-1)?.['seq']),
      rowCount: rows.length,
      previousHash,
      hash: hashOfBatch(log, previousHash, rows),
      sealedAt: this.clock.now(),
    });
  }

  private unsealed(log: SealedLog, after: number): Promise<LogRow[]> {
    const settled = new Date(this.clock.now().getTime() - SETTLED_MS);
    return this.dataSource.query(
      `SELECT ${log.columns.join(', ')} FROM ${log.table}
       WHERE seq > ? AND seq <= (SELECT COALESCE(MAX(seq), 0) FROM ${log.table} WHERE seq > ? AND at <= ?)
       ORDER BY seq LIMIT ${BATCH_ROWS}`,
      [after, after, settled],
    );
  }

  /** False when another process was first. */
  private async write(seal: LogSeal): Promise<boolean> {
    const builder = this.dataSource.manager.createQueryBuilder().insert().into(LogSeal).values(seal).orIgnore();
    const { affectedRows } = (await builder.execute()).raw as { affectedRows: number }; // what mysql2 answers
    return affectedRows === 1;
  }
}
