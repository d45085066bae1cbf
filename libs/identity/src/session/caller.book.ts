import { Injectable } from '@nestjs/common';
import type { UserRecord } from '../organisations/directory.records.js';
import { OrganisationDirectory } from '../organisations/organisation.directory.js';
import { RoleCatalogue } from '../roles/role.catalogue.js';
import type { Caller } from './caller.js';

/** No login: what is read this way was asked for by a private address. */
const NO_SESSION = 0;

/** A person as a caller without a login, for reading what that person may see. */
@Injectable()
export class CallerBook {
  constructor(
    private readonly directory: OrganisationDirectory,
    private readonly catalogue: RoleCatalogue,
  ) {}

  of({ id, organisationId, name, roles }: UserRecord): Caller {
    const organisation = this.directory.get(organisationId);
    return {
      userId: id,
      organisationId,
      organisationKind: organisation.kind,
      divisionCode: organisation.divisionCode,
      name,
      roles,
      sessionFamily: NO_SESSION,
      duties: [],
      scope: this.catalogue.scopeOf(organisation),
      permissions: this.catalogue.permissionsOf(roles),
    };
  }
}
