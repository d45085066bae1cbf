import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { UserRecord } from '../organisations/directory.records.js';
import { OrganisationDirectory } from '../organisations/organisation.directory.js';
import { User } from '../users/user.entity.js';
import { LoginJournal } from './login.journal.js';
import { LoginLimiter } from './login.limiter.js';
import type { Origin } from './origin.js';
import { BadCredentialsError, LoginThrottledError } from './session.error.js';

/** A user and the hash of the password, as the database has them now. */
export interface KnownLogin {
  readonly user: UserRecord;
  readonly passwordHash: string;
}

/** Column `login` compares like ASCII and pads with blanks: what is no login is not even looked for. */
const LOGIN = /^[\x21-\x7e]{1,64}$/;

/** What stands before every check of something secret that somebody types for a login. */
@Injectable()
export class LoginGate {
  constructor(
    private readonly dataSource: DataSource,
    private readonly directory: OrganisationDirectory,
    private readonly limiter: LoginLimiter,
    private readonly journal: LoginJournal,
  ) {}

  /** Counts the attempt, or refuses it and says so in the journal, before anything is hashed. */
  async pass(login: string, origin: Origin): Promise<void> {
    try {
      await this.limiter.count(login, origin.ip);
    } catch (error) {
      if (error instanceof LoginThrottledError) await this.journal.write('throttled', login, null, origin);
      throw error;
    }
  }

  /** What was typed was right: failures before it are forgotten. */
  letIn(login: string, origin: Origin): Promise<void> {
    return this.limiter.forget(login, origin.ip);
  }

  async find(login: string): Promise<KnownLogin | null> {
    if (!LOGIN.test(login)) return null;
    const row = await this.dataSource.manager.findOne(User, {
      where: { login },
      select: { id: true, passwordHash: true },
    });
    return row && { user: await this.record(Number(row.id)), passwordHash: row.passwordHash };
  }

  // A user written by another process a moment ago may not have reached this directory yet.
  private async record(id: number): Promise<UserRecord> {
    if (!this.directory.user(id)) await this.directory.refresh();
    const user = this.directory.user(id);
    if (!user) throw new BadCredentialsError();
    return user;
  }
}
