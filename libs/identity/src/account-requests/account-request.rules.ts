import { Injectable } from '@nestjs/common';
import { codeAtLevel } from '../divisions/division-level.js';
import { DivisionTree } from '../divisions/division.tree.js';
import { CreditCodeTakenError } from '../administration/administration.error.js';
import { type KindView, kindView } from '../administration/kind.view.js';
import { OrganisationDirectory } from '../organisations/organisation.directory.js';
import { RoleCatalogue } from '../roles/role.catalogue.js';
import type { Caller } from '../session/caller.js';
import type { AccountRequest } from './account-request.entity.js';
import { DivisionTooWideError, KindNotOpenError } from './account-request.error.js';

/** Who may ask for an account, and who decides on it, as config/roles.yaml says. */
@Injectable()
export class AccountRequestRules {
  constructor(
    private readonly catalogue: RoleCatalogue,
    private readonly divisions: DivisionTree,
    private readonly directory: OrganisationDirectory,
  ) {}

  private get openKinds(): readonly string[] {
    return Object.keys(this.catalogue.opening.kinds);
  }

  openKindViews(): KindView[] {
    return this.openKinds.map((kind) => kindView(this.catalogue, kind));
  }

  /** Roles of the first user. */
  rolesFor(kind: string): readonly string[] {
    return this.catalogue.opening.kinds[kind] ?? [];
  }

  assertMayAsk({ kind, divisionCode, creditCode }: Pick<AccountRequest, 'kind' | 'divisionCode' | 'creditCode'>): void {
    const titles = this.openKinds.map((open) => this.catalogue.titleOfKind(open).zh);
    if (!this.openKinds.includes(kind)) throw new KindNotOpenError(kind, titles);
    this.divisions.get(divisionCode);
    if (codeAtLevel(divisionCode, this.catalogue.opening.review.level) === null)
      throw new DivisionTooWideError(divisionCode);
    if (this.directory.byCreditCode(creditCode)) throw new CreditCodeTakenError(creditCode);
  }

  /** The place whose requests the caller decides on; null: none. */
  reviewedDivision(caller: Caller): string | null {
    const { kind, level } = this.catalogue.opening.review;
    if (caller.organisationKind !== kind) return null;
    return codeAtLevel(caller.divisionCode, level) === caller.divisionCode ? caller.divisionCode : null;
  }
}
