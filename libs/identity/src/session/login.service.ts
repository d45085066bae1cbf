import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { UserRecord } from '../organisations/directory.records.js';
import { OrganisationDirectory } from '../organisations/organisation.directory.js';
import { User } from '../users/user.entity.js';
import { LoginJournal } from './login.journal.js';
import { LoginLimiter } from './login.limiter.js';
import type { Origin } from './origin.js';
import { PasswordHasher } from './password.hasher.js';
import { AccountDisabledError, BadCredentialsError, LoginThrottledError } from './session.error.js';
import { SessionService, type Tokens } from './session.service.js';

/** Logging in with a password. */
@Injectable()
export class LoginService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly directory: OrganisationDirectory,
    private readonly hasher: PasswordHasher,
    private readonly limiter: LoginLimiter,
    private readonly sessions: SessionService,
    private readonly journal: LoginJournal,
  ) {}

  async login(login: string, password: string, origin: Origin): Promise<Tokens> {
    await this.countAttempt(login, origin);
    const user = await this.authenticate(login, password, origin);
    if (user.status !== 'active') {
      await this.journal.write('disabled', login, user.id, origin);
      throw new AccountDisabledError();
    }
    const tokens = await this.sessions.open(user, origin);
    await this.limiter.forget(login, origin.ip);
    await this.journal.write('succeeded', login, user.id, origin);
    return tokens;
  }

  private async countAttempt(login: string, origin: Origin): Promise<void> {
    try {
      await this.limiter.count(login, origin.ip);
    } catch (error) {
      if (error instanceof LoginThrottledError) await this.journal.write('throttled', login, null, origin);
      throw error;
    }
  }

  private async authenticate(login: string, password: string, origin: Origin): Promise<UserRecord> {
    const row = await this.dataSource.manager.findOne(User, {
      where: { login },
      select: { id: true, passwordHash: true },
    });
    if (!row) {
      await this.hasher.verifyNothing(password);
      await this.journal.write('unknown-login', login, null, origin);
      throw new BadCredentialsError();
    }
    if (!(await this.hasher.verify(row.passwordHash, password))) {
      await this.journal.write('wrong-password', login, Number(row.id), origin);
      throw new BadCredentialsError();
    }
    return this.record(Number(row.id));
  }

  // A user written by another process a moment ago may not have reached this directory yet.
  private async record(id: number): Promise<UserRecord> {
    if (!this.directory.user(id)) await this.directory.refresh();
    const user = this.directory.user(id);
    if (!user) throw new BadCredentialsError();
    return user;
  }
}
