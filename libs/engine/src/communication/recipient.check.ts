import { Injectable } from '@nestjs/common';
import { type Caller, OrganisationDirectory, RoleCatalogue } from '#libs/identity';
import { isCandidate } from '../authority/caller.scope.js';
import { Visibility } from '../authority/visibility.js';
import type { CaseTransaction } from '../instances/case.transaction.js';
import { RecipientRefusedError } from './communication.error.js';

/** Who may be written to about a case: people who see it anyway. A message or copy never opens a case to anybody. */
@Injectable()
export class RecipientCheck {
  constructor(
    private readonly directory: OrganisationDirectory,
    private readonly roles: RoleCatalogue,
    private readonly visibility: Visibility,
  ) {}

  assertAllSee(tx: CaseTransaction, users: readonly number[]): void {
    const refused = users.filter((id) => !this.sees(tx, id));
    if (refused.length === 0) return;
    throw new RecipientRefusedError(refused.map((id) => ({ id, name: this.directory.user(id)?.name ?? String(id) })));
  }

  sees(tx: CaseTransaction, userId: number): boolean {
    const person = this.personOf(userId);
    if (!person) return false;
    const bounds = { divisionCode: tx.root.divisionCode, parties: tx.parties };
    return this.visibility.sees(person, bounds) || [...tx.tasks.values()].some((task) => isCandidate(task, person));
  }

  /** Active people alone. */
  private personOf(userId: number): Caller | null {
    const user = this.directory.user(userId);
    const organisation = user && this.directory.byId(user.organisationId);
    if (!organisation || user.status !== 'active') return null;
    return {
      userId,
      organisationId: organisation.id,
      organisationKind: organisation.kind,
      divisionCode: organisation.divisionCode,
      name: user.name,
      roles: user.roles,
      sessionFamily: 0,
      duties: [],
      scope: this.roles.scopeOf(organisation),
      permissions: this.roles.permissionsOf(user.roles),
    };
  }
}
