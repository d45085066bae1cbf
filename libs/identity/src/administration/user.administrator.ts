import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AccountReach } from '../credentials/account.reach.js';
import type { Deed } from '../operation-log/deed.js';
import { OrganisationDirectory } from '../organisations/organisation.directory.js';
import type { UserStatus } from '../users/user.entity.js';
import type { OpenedAccount } from './account.opener.js';
import { OrganisationClosedError } from './administration.error.js';
import { DirectoryEditor } from './directory.editor.js';
import { RoleRequests } from './role.requests.js';
import { RoleRules } from './role.rules.js';
import { nameOf, type PersonChange, type PersonDraft, UserWriter } from './user.writer.js';

export interface UserDraft extends PersonDraft {
  /** Asked for; the security administrator grants them. */
  readonly roles: readonly string[];
}

/** Opens, changes and disables users (用户管理) within reach; what roles they get is another administrator's business. */
@Injectable()
export class UserAdministrator {
  constructor(
    private readonly dataSource: DataSource,
    private readonly directory: OrganisationDirectory,
    private readonly reach: AccountReach,
    private readonly writer: UserWriter,
    private readonly requests: RoleRequests,
    private readonly rules: RoleRules,
  ) {}

  async create(deed: Deed, { roles, ...person }: UserDraft): Promise<OpenedAccount> {
    const organisation = this.reach.organisationFor(deed.caller, person.organisationId);
    if (organisation.status !== 'active') throw new OrganisationClosedError(organisation.name);
    this.rules.assertOfKind(organisation.kind, roles);
    const opened = await this.dataSource.transaction(async (manager) => {
      const editor = await DirectoryEditor.begin(manager);
      const account = await this.writer.open(manager, deed, person, editor);
      await this.rules.assertPersonMayHave(manager, account.userId, roles);
      await this.requests.add(manager, deed, { id: account.userId, name: nameOf(person) }, roles);
      return account;
    });
    await this.directory.refresh();
    return opened;
  }

  async change(deed: Deed, userId: number, change: PersonChange): Promise<void> {
    const user = this.reach.userFor(deed.caller, userId);
    await this.dataSource.transaction((manager) => this.writer.change(manager, deed, { user, change }));
    await this.directory.refresh();
  }

  /** A disabled user is out at once: every request looks at the directory. */
  async setStatus(
    deed: Deed,
    userId: number,
    { status, reason }: { status: UserStatus; reason: string },
  ): Promise<void> {
    const user = this.reach.otherFor(deed.caller, userId);
    await this.dataSource.transaction((manager) => this.writer.setStatus(manager, deed, { user, status, reason }));
    await this.directory.refresh();
  }

  async requestRoles(deed: Deed, userId: number, roles: readonly string[]): Promise<void> {
    const user = this.reach.otherFor(deed.caller, userId);
    this.rules.assertOfKind(this.rules.kindOfUser(user.organisationId), roles);
    const asked = roles.filter((role) => !user.roles.includes(role));
    await this.dataSource.transaction(async (manager) => {
      await this.rules.assertPersonMayHave(manager, user.id, [...user.roles, ...asked]);
      await this.requests.add(manager, deed, { id: user.id, name: nameOf(user) }, asked);
    });
  }
}
