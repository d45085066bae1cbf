import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { AccountReach } from '../credentials/account.reach.js';
import type { Deed } from '../operation-log/deed.js';
import { OperationJournal } from '../operation-log/operation.journal.js';
import type { UserRecord } from '../organisations/directory.records.js';
import { OrganisationDirectory } from '../organisations/organisation.directory.js';
import { UserRole } from '../users/user-role.entity.js';
import { OwnRequestError } from './administration.error.js';
import { DirectoryEditor } from './directory.editor.js';
import { RoleRequests } from './role.requests.js';
import { RoleRules } from './role.rules.js';
import { nameOf } from './user.writer.js';

export interface RoleDecision {
  readonly granted: boolean;
  readonly reason: string | null;
}

/** Grants and withdraws roles (授权): for the security administrator, never for oneself or on one's own request. */
@Injectable()
export class RoleGranter {
  constructor(
    private readonly dataSource: DataSource,
    private readonly directory: OrganisationDirectory,
    private readonly reach: AccountReach,
    private readonly requests: RoleRequests,
    private readonly rules: RoleRules,
    private readonly journal: OperationJournal,
  ) {}

  async decide(deed: Deed, requestId: number, { granted, reason }: RoleDecision): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const request = await this.requests.take(manager, requestId);
      if (Number(request.requestedBy) === deed.caller.userId) throw new OwnRequestError();
      const user = this.reach.otherFor(deed.caller, Number(request.userId));
      if (granted) {
        const held = await this.rolesOf(manager, user.id);
        await this.write(manager, user, [...held, request.role]);
      }
      await this.requests.close(manager, deed, request, { status: granted ? 'granted' : 'refused', reason });
      await this.journal.write(manager, deed, {
        operation: granted ? 'roles-granted' : 'roles-refused',
        subject: { kind: 'user', id: user.id, name: nameOf(user) },
        after: { roles: [request.role] },
        reason,
      });
    });
    await this.directory.refresh();
  }

  /** Exactly these from now on. */
  async set(deed: Deed, userId: number, roles: readonly string[], reason: string): Promise<void> {
    const user = this.reach.otherFor(deed.caller, userId);
    await this.dataSource.transaction(async (manager) => {
      const before = await this.rolesOf(manager, user.id);
      await this.write(manager, user, roles);
      await this.journal.write(manager, deed, {
        operation: 'roles-set',
        subject: { kind: 'user', id: user.id, name: nameOf(user) },
        before: { roles: before.toSorted() },
        after: { roles: [...new Set(roles)].sort() },
        reason,
      });
    });
    await this.directory.refresh();
  }

  private async write(manager: EntityManager, user: UserRecord, roles: readonly string[]): Promise<void> {
    // The revision's row is locked first: of two grants for two accounts of one person, the second sees the first.
    const editor = await DirectoryEditor.begin(manager);
    this.rules.assertOfKind(this.rules.kindOfUser(user.organisationId), roles);
    await this.rules.assertPersonMayHave(manager, user.id, roles);
    await editor.setRoles(user.id, roles);
  }

  private async rolesOf(manager: EntityManager, userId: number): Promise<string[]> {
    const rows = await manager.find(UserRole, { where: { userId } });
    return rows.map(({ role }) => role);
  }
}
