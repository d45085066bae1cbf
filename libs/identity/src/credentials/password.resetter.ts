import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { UserRecord } from '../organisations/directory.records.js';
import { LoginGate } from '../session/login.gate.js';
import { LoginJournal } from '../session/login.journal.js';
import type { Origin } from '../session/origin.js';
import { SessionStore } from '../session/session.store.js';
import { BadResetCodeError } from './credential.error.js';
import { PasswordStore } from './password.store.js';
import { ResetCodeIssuer } from './reset-code.issuer.js';

/** What somebody with a one-time code sends. */
export interface PasswordReset {
  readonly login: string;
  readonly code: string;
  readonly newPassword: string;
}

/** Setting a password with a one-time code, without the old one and without mail. */
@Injectable()
export class PasswordResetter {
  constructor(
    private readonly dataSource: DataSource,
    private readonly gate: LoginGate,
    private readonly codes: ResetCodeIssuer,
    private readonly passwords: PasswordStore,
    private readonly sessions: SessionStore,
    private readonly journal: LoginJournal,
  ) {}

  /** Guessing codes is stopped as guessing passwords is. All logins of the user end. */
  async reset({ login: typed, code, newPassword }: PasswordReset, origin: Origin): Promise<void> {
    const login = typed.trim();
    await this.gate.pass(login, origin);
    const user = (await this.gate.find(login))?.user;
    if (user?.status !== 'active' || !(await this.redeem(user, { code, newPassword }))) {
      await this.journal.write('wrong-reset-code', login, user?.id ?? null, origin);
      throw new BadResetCodeError();
    }
    await this.sessions.stopAccessTokens();
    await this.gate.letIn(login, origin);
    await this.journal.write('password-reset', login, user.id, origin);
  }

  /** A password that breaks the policy rolls everything back: the code is still good. */
  private redeem(owner: UserRecord, { code, newPassword }: Omit<PasswordReset, 'login'>): Promise<boolean> {
    // Whatever the server's default: without locked gaps, two who redeem one code cannot wait for each other.
    return this.dataSource.transaction('READ COMMITTED', async (manager) => {
      if (!(await this.codes.redeem(manager, owner.id, code))) return false;
      await this.passwords.set(manager, { owner, password: newPassword, field: '/newPassword' });
      await this.sessions.revokeUser(manager, owner.id);
      return true;
    });
  }
}
