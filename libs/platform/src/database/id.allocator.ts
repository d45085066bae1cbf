import { DefectError } from '../errors/defect.error.js';
import type { DataSource } from 'typeorm';

const BLOCK = 10_000;
const REFILL_BELOW = 4_000;

/** Thrown when one command needs more ids than a block holds; we must act. */
export class IdsExhaustedError extends DefectError {
  constructor() {
    super({ code: 'platform.ids-exhausted', zh: '编号块已用尽。', en: 'The block of ids is used up.' });
  }
}

/**
 * Ids for all tables: safe integers, unique over all processes, handed out from blocks
 * reserved in `platform_id_block`, so that no statement has to wait for an auto-increment.
 */
export class IdAllocator {
  private nextId = 0;
  private end = 0;
  private spare: { start: number; end: number } | null = null;
  private refill: Promise<void> | null = null;

  constructor(private readonly dataSource: DataSource) {}

  /** Must be awaited once before the first `next()`, and by whoever takes many. */
  async ensure(count = 1): Promise<void> {
    while (this.available() < count) await this.startRefill();
  }

  next(): number {
    if (this.nextId >= this.end) this.switchToSpare();
    if (this.available() < REFILL_BELOW) void this.startRefill().catch(() => undefined);
    const id = this.nextId;
    this.nextId += 1;
    return id;
  }

  private available(): number {
    return this.end - this.nextId + (this.spare ? this.spare.end - this.spare.start : 0);
  }

  private switchToSpare(): void {
    if (!this.spare) throw new IdsExhaustedError();
    this.nextId = this.spare.start;
    this.end = this.spare.end;
    this.spare = null;
  }

  private startRefill(): Promise<void> {
    this.refill ??= this.reserve().finally(() => {
      this.refill = null;
    });
    return this.refill;
  }

  private async reserve(): Promise<void> {
    if (this.spare) return;
    // LAST_INSERT_ID(expr) gives this connection the value it wrote, without a second statement.
    const result: { insertId: number } = await this.dataSource.query(
      'UPDATE platform_id_block SET next_id = LAST_INSERT_ID(next_id) + ? WHERE name = ?',
      [BLOCK, 'global'],
    );
    const block = { start: Number(result.insertId), end: Number(result.insertId) + BLOCK };
    if (this.nextId >= this.end) {
      this.nextId = block.start;
      this.end = block.end;
    } else {
      this.spare = block;
    }
  }
}
