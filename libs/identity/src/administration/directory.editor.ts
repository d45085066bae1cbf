import type { EntityManager } from 'typeorm';
import { nextRevision } from '../organisations/directory.loader.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { User } from '../users/user.entity.js';
import { UserRole } from '../users/user-role.entity.js';

type UserChange = Partial<Omit<User, 'id' | 'revision' | 'createdAt'>>;
type OrganisationChange = Partial<Omit<Organisation, 'id' | 'revision' | 'createdAt'>>;

/** Changes single records of the directory under a new revision, so that every process takes them over. Inside a transaction. */
export class DirectoryEditor {
  private constructor(
    private readonly manager: EntityManager,
    private readonly revision: number,
  ) {}

  static async begin(manager: EntityManager): Promise<DirectoryEditor> {
    return new DirectoryEditor(manager, await nextRevision(manager));
  }

  async insertUser(user: Omit<User, 'revision'>): Promise<void> {
    await this.manager.insert(User, { ...user, revision: this.revision });
  }

  async changeUser(id: number, change: UserChange): Promise<void> {
    await this.manager.update(User, { id }, { ...change, revision: this.revision });
  }

  async setRoles(userId: number, roles: readonly string[]): Promise<void> {
    await this.manager.delete(UserRole, { userId });
    if (roles.length > 0)
      await this.manager.insert(
        UserRole,
        [...new Set(roles)].map((role) => ({ userId, role })),
      );
    await this.changeUser(userId, {});
  }

  async insertOrganisation(organisation: Omit<Organisation, 'revision'>): Promise<void> {
    await this.manager.insert(Organisation, { ...organisation, revision: this.revision });
  }

  async changeOrganisation(id: number, change: OrganisationChange): Promise<void> {
    await this.manager.update(Organisation, { id }, { ...change, revision: this.revision });
  }
}
