import { Injectable } from '@nestjs/common';
import type { OrganisationRecord, UserRecord } from '../organisations/directory.records.js';
import { OrganisationDirectory } from '../organisations/organisation.directory.js';
import { UnknownOrganisationError } from '../organisations/organisation.error.js';
import { type Caller, may } from '../session/caller.js';
import { OwnAccountError, UnknownUserError } from './credential.error.js';

/** Names of config/roles.yaml: whoever has one of these works for the whole system. */
const EVERYWHERE = ['identity.manage', 'identity.security', 'identity.audit'] as const;

/**
 * Whose accounts a caller may help: everybody's for the administrators of the system; else those of the own
 * organisation, and of organisations of the same kind inside the own division, whose superior it is.
 */
@Injectable()
export class AccountReach {
  constructor(private readonly directory: OrganisationDirectory) {}

  /** A user out of reach answers like one that does not exist. */
  userFor(caller: Caller, userId: number): UserRecord {
    const user = this.directory.user(userId);
    if (!user || !this.covers(caller, user)) throw new UnknownUserError();
    return user;
  }

  /** An organisation out of reach answers like one that does not exist. */
  organisationFor(caller: Caller, organisationId: number): OrganisationRecord {
    const organisation = this.directory.byId(organisationId);
    if (!organisation || !this.reachesOrganisation(caller, organisation))
      throw new UnknownOrganisationError(organisationId);
    return organisation;
  }

  /** Whether that user is one of those. */
  covers(caller: Caller, user: UserRecord): boolean {
    return this.reachesOrganisation(caller, this.directory.get(user.organisationId));
  }

  reachesEverywhere(caller: Caller): boolean {
    return EVERYWHERE.some((permission) => may(caller, permission));
  }

  /** As `userFor`, for what nobody may do to oneself. */
  otherFor(caller: Caller, userId: number): UserRecord {
    if (caller.userId === userId) throw new OwnAccountError();
    return this.userFor(caller, userId);
  }

  private reachesOrganisation(caller: Caller, organisation: OrganisationRecord): boolean {
    if (this.reachesEverywhere(caller)) return true;
    if (organisation.id === caller.organisationId) return true;
    // Social organisations and the like sit somewhere, but none is another one's superior.
    if (caller.scope.kind === 'party' || organisation.kind !== caller.organisationKind) return false;
    return (
      organisation.divisionCode !== caller.divisionCode && organisation.divisionCode.startsWith(caller.divisionCode)
    );
  }
}
