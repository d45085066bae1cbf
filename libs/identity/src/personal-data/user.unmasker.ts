import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AccountReach } from '../credentials/account.reach.js';
import { UnknownUserError } from '../credentials/credential.error.js';
import type { Deed } from '../operation-log/deed.js';
import { UnmaskingJournal } from '../operation-log/unmasking.journal.js';
import type { UserRecord } from '../organisations/directory.records.js';
import { OrganisationDirectory } from '../organisations/organisation.directory.js';
import type { Caller } from '../session/caller.js';
import { User } from '../users/user.entity.js';
import { NoPersonalDataError } from './personal-data.error.js';
import { type PersonalField, UserNumbers } from './user.numbers.js';

/** What is to be seen, and why. */
export interface UnmaskingWish {
  readonly field: PersonalField;
  readonly reason: string;
}

/** Hands out a user's number in the clear, for a reason, after it was recorded. */
@Injectable()
export class UserUnmasker {
  constructor(
    private readonly dataSource: DataSource,
    private readonly directory: OrganisationDirectory,
    private readonly reach: AccountReach,
    private readonly numbers: UserNumbers,
    private readonly journal: UnmaskingJournal,
  ) {}

  async open(deed: Deed, userId: number, { field, reason }: UnmaskingWish): Promise<string> {
    const user = this.visible(deed.caller, userId);
    return this.dataSource.transaction(async (manager) => {
      const row = await manager.findOneByOrFail(User, { id: user.id });
      const value = this.numbers.open(field, field === 'phone' ? row.sealedPhone : row.sealedIdNumber);
      if (value === null) throw new NoPersonalDataError(field);
      const name = `${user.name}（${user.login}）`;
      await this.journal.write(manager, deed, { kind: 'user', id: user.id, name, field, reason });
      return value;
    });
  }

  /** Within the scope in which one sees cases, too: whoever supervises a project calls its people. */
  private visible(caller: Caller, userId: number): UserRecord {
    const user = this.directory.user(userId);
    if (!user) throw new UnknownUserError();
    const { divisionCode } = this.directory.get(user.organisationId);
    const { scope } = caller;
    const isInScope = scope.kind === 'all' || (scope.kind === 'division' && divisionCode.startsWith(scope.prefix));
    return isInScope ? user : this.reach.userFor(caller, userId);
  }
}
