import { Injectable } from '@nestjs/common';
import { IdAllocator, SystemClock } from '#libs/platform';
import { DataSource } from 'typeorm';
import { LoginLog, type LoginOutcome } from './login-log.entity.js';
import type { Origin } from './origin.js';

/** Writes the login log. */
@Injectable()
export class LoginJournal {
  constructor(
    private readonly dataSource: DataSource,
    private readonly ids: IdAllocator,
    private readonly clock: SystemClock,
  ) {}

  async write(outcome: LoginOutcome, login: string, userId: number | null, origin: Origin): Promise<void> {
    await this.dataSource.manager.insert(LoginLog, {
      id: this.ids.next(),
      at: this.clock.now(),
      login: login.slice(0, 64),
      userId,
      outcome,
      ...origin,
    });
  }
}
