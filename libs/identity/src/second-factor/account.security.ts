import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { OwnAccountError, UnknownUserError } from '../credentials/credential.error.js';
import type { Deed } from '../operation-log/deed.js';
import { OperationJournal } from '../operation-log/operation.journal.js';
import type { UserRecord } from '../organisations/directory.records.js';
import { OrganisationDirectory } from '../organisations/organisation.directory.js';
import { LoginLimiter } from '../session/login.limiter.js';
import { SecondFactorService } from './second-factor.service.js';

/** What keeps somebody out of an account is taken away, with a line of the operation log. */
@Injectable()
export class AccountSecurity {
  constructor(
    private readonly dataSource: DataSource,
    private readonly directory: OrganisationDirectory,
    private readonly factors: SecondFactorService,
    private readonly limiter: LoginLimiter,
    private readonly journal: OperationJournal,
  ) {}

  async removeSecondFactor(deed: Deed, userId: number): Promise<void> {
    const user = this.other(deed, userId);
    await this.dataSource.transaction(async (manager) => {
      await this.factors.drop(manager, user.id);
      await this.journal.write(manager, deed, { operation: 'second-factor-removed', subject: subjectOf(user) });
    });
  }

  /** The line stands first: an unlocking that nobody recorded does not happen. */
  async unlock(deed: Deed, userId: number): Promise<void> {
    const user = this.other(deed, userId);
    await this.journal.write(this.dataSource.manager, deed, {
      operation: 'login-unlocked',
      subject: subjectOf(user),
    });
    await this.limiter.unlock(user.login);
  }

  private other({ caller }: Deed, userId: number): UserRecord {
    if (caller.userId === userId) throw new OwnAccountError();
    const user = this.directory.user(userId);
    if (!user) throw new UnknownUserError();
    return user;
  }
}

const subjectOf = ({ id, name }: UserRecord) => ({ kind: 'user', id, name }) as const;
