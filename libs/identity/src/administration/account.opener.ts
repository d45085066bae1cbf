import { Injectable } from '@nestjs/common';
import { IdAllocator, SystemClock } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import { NO_PASSWORD } from '../credentials/no-password.js';
import { type IssuedResetCode, ResetCodeIssuer } from '../credentials/reset-code.issuer.js';
import type { SealedNumbers } from '../personal-data/user.numbers.js';
import { User } from '../users/user.entity.js';
import { LoginTakenError } from './administration.error.js';
import type { DirectoryEditor } from './directory.editor.js';

/** Somebody who gets a login. */
export interface NewAccount extends SealedNumbers {
  readonly login: string;
  readonly name: string;
  readonly email: string | null;
  readonly organisationId: number;
}

export interface OpenedAccount extends IssuedResetCode {
  readonly userId: number;
}

/** Opens accounts without a password: the person chooses one with the one-time code. */
@Injectable()
export class AccountOpener {
  constructor(
    private readonly codes: ResetCodeIssuer,
    private readonly ids: IdAllocator,
    private readonly clock: SystemClock,
  ) {}

  async open(
    manager: EntityManager,
    editor: DirectoryEditor,
    account: NewAccount,
    issuedBy: number | null,
  ): Promise<OpenedAccount> {
    // Under the lock of the directory's revision nobody else takes the login in between.
    if (await manager.existsBy(User, { login: account.login })) throw new LoginTakenError(account.login);
    const userId = this.ids.next();
    await editor.insertUser({
      ...account,
      id: userId,
      passwordHash: NO_PASSWORD,
      status: 'active',
      isDemo: false,
      createdAt: this.clock.now(),
    });
    return { userId, ...(await this.codes.issue(manager, userId, issuedBy)) };
  }
}
