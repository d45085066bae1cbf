import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Caller } from '../session/caller.js';
import { LoginJournal } from '../session/login.journal.js';
import type { Origin } from '../session/origin.js';
import { SessionStore } from '../session/session.store.js';
import { OwnPassword } from './own.password.js';
import { PasswordStore } from './password.store.js';

/** Changing one's own password. */
@Injectable()
export class PasswordChanger {
  constructor(
    private readonly dataSource: DataSource,
    private readonly own: OwnPassword,
    private readonly passwords: PasswordStore,
    private readonly sessions: SessionStore,
    private readonly journal: LoginJournal,
  ) {}

  /** Other logins of the user end: whoever knew the old password is out. */
  async change(caller: Caller, change: { password: string; newPassword: string }, origin: Origin): Promise<void> {
    const owner = await this.own.confirm(caller, change.password, origin);
    await this.dataSource.transaction(async (manager) => {
      await this.passwords.set(manager, { owner, password: change.newPassword, field: '/newPassword' });
      await this.sessions.revokeUser(manager, owner.id, caller.sessionFamily);
    });
    await this.sessions.stopAccessTokens();
    await this.journal.write('password-changed', owner.login, owner.id, origin);
  }
}
