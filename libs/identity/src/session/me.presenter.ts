import { Injectable } from '@nestjs/common';
import { DivisionTree } from '../divisions/division.tree.js';
import type { UserRecord } from '../organisations/directory.records.js';
import { OrganisationDirectory } from '../organisations/organisation.directory.js';
import { RoleCatalogue } from '../roles/role.catalogue.js';
import type { AccountDuty } from './account-duty.js';
import type { Tokens } from './token.issuer.js';
import type { MeView, TokensView } from './session.view.js';

/** Puts the logged-in person into words. */
@Injectable()
export class MePresenter {
  constructor(
    private readonly directory: OrganisationDirectory,
    private readonly divisions: DivisionTree,
    private readonly catalogue: RoleCatalogue,
  ) {}

  me(user: UserRecord, duties: readonly AccountDuty[]): MeView {
    const organisation = this.directory.get(user.organisationId);
    const { divisionCode } = organisation;
    return {
      userId: user.id,
      login: user.login,
      name: user.name,
      roles: user.roles,
      roleTitles: user.roles.map((role) => this.catalogue.titleOf(role).zh),
      permissions: [...this.catalogue.permissionsOf(user.roles)],
      organisationId: organisation.id,
      organisationName: organisation.name,
      organisationKind: organisation.kind,
      divisionCode,
      divisionName: this.divisions.has(divisionCode) ? this.divisions.fullName(divisionCode) : divisionCode,
      isDemo: user.isDemo,
      duties,
    };
  }

  tokens(tokens: Tokens): TokensView {
    return {
      accessToken: tokens.accessToken,
      accessTokenExpiresAt: tokens.accessTokenExpiresAt.toISOString(),
      refreshToken: tokens.refreshToken,
      refreshTokenExpiresAt: tokens.refreshTokenExpiresAt.toISOString(),
      user: this.me(tokens.user, tokens.duties),
    };
  }
}
