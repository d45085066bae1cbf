import { Injectable } from '@nestjs/common';
import type { UserRecord } from '../organisations/directory.records.js';
import { OrganisationDirectory } from '../organisations/organisation.directory.js';
import { type Caller, may } from '../session/caller.js';
import { OwnAccountError, UnknownUserError } from './credential.error.js';

/** Names of config/roles.yaml. */
const EVERYWHERE = 'identity.manage';

/**
 * Whose accounts a caller may help: everybody's with `identity.manage`; else those of the own organisation, and of
 * organisations of the same kind inside the own division, whose superior it is.
 */
@Injectable()
export class AccountReach {
  constructor(private readonly directory: OrganisationDirectory) {}

  /** A user out of reach answers like one that does not exist. */
  userFor(caller: Caller, userId: number): UserRecord {
    const user = this.directory.user(userId);
    if (!user || !this.reaches(caller, user)) throw new UnknownUserError();
    return user;
  }

  /** As `userFor`, for what nobody may do to oneself. */
  otherFor(caller: Caller, userId: number): UserRecord {
    if (caller.userId === userId) throw new OwnAccountError();
    return this.userFor(caller, userId);
  }

  private reaches(caller: Caller, user: UserRecord): boolean {
    if (may(caller, EVERYWHERE)) return true;
    const organisation = this.directory.get(user.organisationId);
    if (organisation.id === caller.organisationId) return true;
    const isBelow =
      organisation.divisionCode !== caller.divisionCode && organisation.divisionCode.startsWith(caller.divisionCode);
    return organisation.kind === caller.organisationKind && isBelow;
  }
}
