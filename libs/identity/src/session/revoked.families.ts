import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { SystemClock } from '#libs/platform';
import { DataSource } from 'typeorm';
import { ACCESS_TOKEN_SECONDS } from './access-token.js';

const POLL_MS = 1000;
/** Clocks of several machines may differ by so much. */
const TOLERANCE_MS = 60_000;
const MEMORY_MS = ACCESS_TOKEN_SECONDS * 1000 + TOLERANCE_MS;

/**
 * Logins that were ended while access tokens of theirs may still be good. The process that ends one knows at once, the
 * others within a second: they read the table, not Redis, which may be away.
 */
@Injectable()
export class RevokedFamilies implements OnModuleInit, OnModuleDestroy {
  /** When each may be forgotten, milliseconds since the epoch. */
  private readonly until = new Map<number, number>();
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: SystemClock,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.refresh();
    // A database that is away for a moment answers no request either; the next round catches up.
    this.timer = setInterval(() => void this.refresh().catch(() => undefined), POLL_MS);
    this.timer.unref();
  }

  onModuleDestroy(): void {
    if (this.timer) clearInterval(this.timer);
  }

  has(family: number): boolean {
    return this.until.has(family);
  }

  async refresh(): Promise<void> {
    const now = this.clock.now().getTime();
    const rows: { family: number }[] = await this.dataSource.query(
      'SELECT DISTINCT family FROM identity_session WHERE revoked_at > ?',
      [new Date(now - MEMORY_MS)],
    );
    for (const { family } of rows) this.until.set(Number(family), now + MEMORY_MS);
    for (const [family, until] of this.until) if (until <= now) this.until.delete(family);
  }
}
