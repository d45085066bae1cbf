import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Caller } from '../session/caller.js';
import type { Origin } from '../session/origin.js';
import { SessionRegister } from '../session/session.register.js';
import { AccountReach } from './account.reach.js';
import { PasswordStore } from './password.store.js';
import { ResetCodeIssuer } from './reset-code.issuer.js';
import type { ResetCodeView } from './reset-code.view.js';

/** Help with passwords, for those within reach and never for oneself. */
@Injectable()
export class AccountSupport {
  constructor(
    private readonly dataSource: DataSource,
    private readonly reach: AccountReach,
    private readonly codes: ResetCodeIssuer,
    private readonly passwords: PasswordStore,
    private readonly register: SessionRegister,
  ) {}

  async issueResetCode(caller: Caller, userId: number): Promise<ResetCodeView> {
    const user = this.reach.otherFor(caller, userId);
    const issued = await this.dataSource.transaction((manager) => this.codes.issue(manager, user.id, caller.userId));
    return { login: user.login, code: issued.code, expiresAt: issued.expiresAt.toISOString() };
  }

  async demandChange(caller: Caller, userId: number, origin: Origin): Promise<void> {
    const user = this.reach.otherFor(caller, userId);
    await this.passwords.requireChange(this.dataSource.manager, user.id);
    await this.register.endAll(user.id, origin);
  }
}
