import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Deed } from '../operation-log/deed.js';
import { OperationJournal } from '../operation-log/operation.journal.js';
import type { Operation } from '../operation-log/operation-log.entity.js';
import type { UserRecord } from '../organisations/directory.records.js';
import { type Alongside, SessionRegister } from '../session/session.register.js';
import { AccountReach } from './account.reach.js';
import { PasswordStore } from './password.store.js';
import { ResetCodeIssuer } from './reset-code.issuer.js';
import type { ResetCodeView } from './reset-code.view.js';

/** Help for those within reach who cannot get in; each help is a line of the operation log, in its own transaction. */
@Injectable()
export class AccountSupport {
  constructor(
    private readonly dataSource: DataSource,
    private readonly reach: AccountReach,
    private readonly codes: ResetCodeIssuer,
    private readonly passwords: PasswordStore,
    private readonly register: SessionRegister,
    private readonly journal: OperationJournal,
  ) {}

  async issueResetCode(deed: Deed, userId: number): Promise<ResetCodeView> {
    const user = this.reach.otherFor(deed.caller, userId);
    const issued = await this.dataSource.transaction(async (manager) => {
      await this.record('reset-code-issued', deed, user)(manager, 1);
      return this.codes.issue(manager, user.id, deed.caller.userId);
    });
    return { login: user.login, code: issued.code, expiresAt: issued.expiresAt.toISOString() };
  }

  async demandChange(deed: Deed, userId: number): Promise<void> {
    const user = this.reach.otherFor(deed.caller, userId);
    const record = this.record('password-demanded', deed, user);
    await this.register.endAll(user.id, deed.origin, {
      alongside: async (manager, ended) => {
        await this.passwords.requireChange(manager, user.id);
        await record(manager, ended);
      },
    });
  }

  /** Answers how many logins there were. */
  endSessions(deed: Deed, userId: number): Promise<number> {
    const user = this.reach.userFor(deed.caller, userId);
    return this.register.endAll(user.id, deed.origin, { alongside: this.record('sessions-ended', deed, user) });
  }

  async endSession(deed: Deed, userId: number, family: number): Promise<void> {
    const user = this.reach.userFor(deed.caller, userId);
    await this.register.endOne(user.id, family, deed.origin, this.record('sessions-ended', deed, user));
  }

  private record(operation: Operation, deed: Deed, { id, name }: UserRecord): Alongside {
    return async (manager, ended) => {
      if (ended === 0 && operation === 'sessions-ended') return;
      await this.journal.write(manager, deed, {
        operation,
        subject: { kind: 'user', id, name },
        ...(operation === 'sessions-ended' && { after: { logins: ended } }),
      });
    };
  }
}
