import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { hashOfBatch, type LogRow, NO_BATCH } from './batch.hash.js';
import { LogSeal } from './log-seal.entity.js';
import { SEALED_LOGS, type SealedLog } from './sealed-logs.js';

/** What verifying a log found. */
export interface SealReport {
  readonly log: string;
  readonly batches: number;
  readonly rows: number;
  /** Rows that no batch covers yet. */
  readonly unsealed: number;
  /** Hash of the last batch: kept elsewhere, it also shows whether the end was cut off. */
  readonly head: string;
  /** Numbers of the batches whose rows, or whose place in the chain, are not what was sealed. */
  readonly broken: readonly number[];
}

/** Compares the logs with their seals. */
@Injectable()
export class SealVerifier {
  constructor(private readonly dataSource: DataSource) {}

  async verifyAll(): Promise<SealReport[]> {
    const reports: SealReport[] = [];
    for (const log of SEALED_LOGS) reports.push(await this.verify(log));
    return reports;
  }

  private async verify(log: SealedLog): Promise<SealReport> {
    const seals = await this.dataSource.manager.find(LogSeal, { where: { log: log.name }, order: { number: 'ASC' } });
    let before = { number: 0, hash: NO_BATCH, lastSeq: 0 };
    const broken: number[] = [];
    let rows = 0;
    for (const seal of seals) {
      const batch = await this.rowsOf(log, before.lastSeq, Number(seal.lastSeq));
      rows += batch.length;
      const isNext = seal.number === before.number + 1 && seal.previousHash === before.hash;
      if (!isNext || seal.hash !== hashOfBatch(log, seal.previousHash, batch)) broken.push(seal.number);
      before = { number: seal.number, hash: seal.hash, lastSeq: Number(seal.lastSeq) };
    }
    const unsealed = await this.countAfter(log, before.lastSeq);
    return { log: log.name, batches: seals.length, rows, unsealed, head: before.hash, broken };
  }

  private rowsOf(log: SealedLog, after: number, until: number): Promise<LogRow[]> {
    return this.dataSource.query(
      `SELECT ${log.columns.join(', ')} FROM ${log.table} WHERE seq > ? AND seq <= ? ORDER BY seq`,
      [after, until],
    );
  }

  private async countAfter(log: SealedLog, after: number): Promise<number> {
    const rows: { n: number }[] = await this.dataSource.query(`SELECT COUNT(*) AS n FROM ${log.table} WHERE seq > ?`, [
      after,
    ]);
    return Number(rows[0]?.n ?? 0);
  }
}
