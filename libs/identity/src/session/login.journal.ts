import { Injectable } from '@nestjs/common';
import { IdAllocator, SystemClock } from '#libs/platform';
import { DataSource } from 'typeorm';
import { LoginLog, type LoginOutcome } from './login-log.entity.js';
import type { Origin } from './origin.js';

type Line = Omit<LoginLog, 'seq'>;

/**
 * Writes the login log. Whoever writes waits until the line stands; lines that come while others are being written go
 * into the next statement together, so that a flood of attempts costs few commits.
 */
@Injectable()
export class LoginJournal {
  private waiting: Line[] = [];
  private next: Promise<void> | null = null;
  private writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly dataSource: DataSource,
    private readonly ids: IdAllocator,
    private readonly clock: SystemClock,
  ) {}

  async write(outcome: LoginOutcome, login: string, userId: number | null, origin: Origin): Promise<void> {
    const at = this.clock.now();
    this.waiting.push({ id: this.ids.next(), at, login: login.slice(0, 64), userId, outcome, ...origin });
    const batch = (this.next ??= this.writeNext());
    await batch;
  }

  /** Begins when the batch before is through, whatever became of it; takes along all that has come by then. */
  private async writeNext(): Promise<void> {
    await this.writing.catch(() => undefined);
    const lines = this.waiting;
    this.waiting = [];
    this.next = null;
    this.writing = this.dataSource.manager.insert(LoginLog, lines).then(() => undefined);
    await this.writing;
  }
}
