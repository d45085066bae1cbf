import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { OrganisationDirectory } from '../organisations/organisation.directory.js';
import { RoleCatalogue } from '../roles/role.catalogue.js';
import { ExclusiveRolesError, RoleNotOfKindError } from './administration.error.js';

/** Which roles a person can have: those of the organisation's kind, and none that excludes another (三权分立). */
@Injectable()
export class RoleRules {
  constructor(
    private readonly directory: OrganisationDirectory,
    private readonly catalogue: RoleCatalogue,
  ) {}

  assertOfKind(kind: string, roles: readonly string[]): void {
    const known = this.catalogue.rolesOf(kind);
    const wrong = roles.find((role) => !known.includes(role));
    if (wrong === undefined) return;
    const role = { name: wrong, title: this.catalogue.titleOf(wrong).zh };
    throw new RoleNotOfKindError(role, this.catalogue.titleOfKind(kind).zh);
  }

  assertCompatible(roles: readonly string[]): void {
    for (const list of this.catalogue.exclusive) {
      const held = list.filter((role) => roles.includes(role));
      if (held.length > 1)
        throw new ExclusiveRolesError(
          held.map((role) => this.catalogue.titleOf(role).zh),
          held,
        );
    }
  }

  /** As above, over every account of the person: accounts with the same identity number are one person's. */
  async assertPersonMayHave(manager: EntityManager, userId: number, roles: readonly string[]): Promise<void> {
    this.assertCompatible([...roles, ...(await this.rolesOfOtherAccounts(manager, userId))]);
  }

  private async rolesOfOtherAccounts(manager: EntityManager, userId: number): Promise<string[]> {
    const rows: { role: string }[] = await manager.query(
      `SELECT r.role FROM identity_user me
       JOIN identity_user other ON other.id_number_index = me.id_number_index AND other.id <> me.id
       JOIN identity_user_role r ON r.user_id = other.id
       WHERE me.id = ? AND other.status = 'active'`,
      [userId],
    );
    return rows.map(({ role }) => role);
  }

  kindOfUser(organisationId: number): string {
    return this.directory.get(organisationId).kind;
  }
}
