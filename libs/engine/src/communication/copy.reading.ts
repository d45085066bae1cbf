import { Injectable } from '@nestjs/common';
import type { Caller } from '#libs/identity';
import { BusinessClock } from '#libs/platform';
import { DataSource } from 'typeorm';
import { ReceiptBook } from '../receipts/receipt.book.js';
import { NoCopyError } from './communication.error.js';

interface CopyRow {
  readonly title: string;
  readonly at: Date;
  readonly seq: number;
  readonly read_at: Date;
}

/** 已阅: the first reading of a copy counts, and gives a receipt. */
@Injectable()
export class CopyReading {
  constructor(
    private readonly dataSource: DataSource,
    private readonly receipts: ReceiptBook,
    private readonly clock: BusinessClock,
  ) {}

  async read(caller: Caller, rootId: number): Promise<{ receipt: string; readAt: Date }> {
    await this.dataSource.query(
      'UPDATE engine_copy SET is_read = 1, read_at = ? WHERE root_id = ? AND user_id = ? AND is_read = 0',
      [this.clock.now(), rootId, caller.userId],
    );
    const rows: CopyRow[] = await this.dataSource.query(
      `SELECT r.title, k.at, k.seq, k.read_at FROM engine_copy k JOIN engine_root r ON r.id = k.root_id
       WHERE k.root_id = ? AND k.user_id = ?`,
      [rootId, caller.userId],
    );
    const row = rows[0];
    if (!row) throw new NoCopyError(rootId);
    const content = { title: row.title, sentAt: row.at.toISOString(), seq: row.seq };
    const notice = { kind: 'copy', subjectId: rootId, rootId, reader: caller, at: row.read_at, content } as const;
    return { receipt: await this.receipts.issue(notice), readAt: row.read_at };
  }
}
