import { Injectable } from '@nestjs/common';
import { OrganisationDirectory, RoleCatalogue } from '#libs/identity';
import { OVERSEE } from '../inbox/inbox.reader.js';
import type { TaskRow } from '../instances/case.rows.js';
import type { Supervision } from './supervision.js';

/** Who is told of what happens to a supervision. */
@Injectable()
export class SupervisedPeople {
  constructor(
    private readonly directory: OrganisationDirectory,
    private readonly roles: RoleCatalogue,
  ) {}

  /** Those who have the late task, and who looks after the tasks of the organisation supervised. */
  ofSubject({ candidates }: TaskRow, { subjectId }: Supervision): number[] {
    const holders = candidates.flatMap(({ organisationId, role, userId }) =>
      userId > 0 ? [userId] : this.directory.members(organisationId, role).map(({ id }) => id),
    );
    const overseers = this.directory
      .usersOf(subjectId)
      .filter(({ status, roles }) => status === 'active' && this.roles.permissionsOf(roles).has(OVERSEE));
    return [...new Set([...holders, ...overseers.map(({ id }) => id)])];
  }

  /** Those who hold the post that supervises. */
  ofSuperior({ organisationId, role }: Supervision): number[] {
    return this.directory.members(organisationId, role).map(({ id }) => id);
  }
}
