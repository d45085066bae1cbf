import { Injectable } from '@nestjs/common';
import { SystemClock } from '#libs/platform';
import { DataSource } from 'typeorm';

const KEPT_MS = 7 * 24 * 60 * 60 * 1000;
const BATCH = 1000;

/** Idempotency keys live seven days; older ones are removed in small batches. */
@Injectable()
export class IdempotencyCleaner {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: SystemClock,
  ) {}

  /** Answers how many were removed. */
  async clean(): Promise<number> {
    const before = new Date(this.clock.now().getTime() - KEPT_MS);
    let removed = 0;
    for (let last = BATCH; last === BATCH; removed += last) {
      const result: { affectedRows: number } = await this.dataSource.query(
        'DELETE FROM engine_idempotency WHERE created_at < ? LIMIT ?',
        [before, BATCH],
      );
      last = result.affectedRows;
    }
    return removed;
  }
}
