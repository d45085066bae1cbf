import { Injectable } from '@nestjs/common';
import { DirectoriesConfig } from '#libs/platform';
import { levelOfCode } from '../divisions/division-level.js';
import { type OpeningSpec, readRolesFile, type RolesFile, type ScopeKind, type Title } from './role.files.js';
import type { Scope } from './scope.js';

/** The kinds of organisation, their roles and what these carry, as config/roles.yaml says. */
@Injectable()
export class RoleCatalogue {
  readonly roleNames: ReadonlySet<string>;
  readonly kindNames: ReadonlySet<string>;
  readonly permissionNames: ReadonlySet<string>;
  private readonly file: RolesFile;
  private readonly permissionsByRoles = new Map<string, ReadonlySet<string>>();

  constructor(directories: DirectoriesConfig) {
    this.file = readRolesFile(directories.configDir);
    this.roleNames = new Set(Object.keys(this.file.roles));
    this.kindNames = new Set(Object.keys(this.file.kinds));
    this.permissionNames = new Set(Object.keys(this.file.permissions));
  }

  titleOf(role: string): Title {
    return this.file.roles[role]?.title ?? { zh: role, en: role };
  }

  titleOfKind(kind: string): Title {
    return this.file.kinds[kind]?.title ?? { zh: kind, en: kind };
  }

  /** Roles that exist in organisations of that kind. */
  rolesOf(kind: string): readonly string[] {
    return this.file.kinds[kind]?.roles ?? [];
  }

  permissionsOf(roles: readonly string[]): ReadonlySet<string> {
    const key = roles.join(' ');
    const known = this.permissionsByRoles.get(key);
    if (known) return known;
    const permissions = new Set(roles.flatMap((role) => this.file.roles[role]?.permissions ?? []));
    this.permissionsByRoles.set(key, permissions);
    return permissions;
  }

  /** Lists of roles of which a person can have one (三权分立). */
  get exclusive(): readonly (readonly string[])[] {
    return this.file.exclusive;
  }

  get opening(): OpeningSpec {
    return this.file.opening;
  }

  needsSecondFactor(roles: readonly string[]): boolean {
    return roles.some((role) => this.file.roles[role]?.secondFactor === 'required');
  }

  scopeOf(organisation: { id: number; kind: string; divisionCode: string }): Scope {
    switch (this.scopeKindOf(organisation.kind, organisation.divisionCode)) {
      case 'all':
        return { kind: 'all' };
      case 'division':
        return { kind: 'division', prefix: organisation.divisionCode };
      case 'party':
        return { kind: 'party', organisationId: organisation.id };
    }
  }

  // What the file does not say is the narrowest.
  private scopeKindOf(kind: string, divisionCode: string): ScopeKind {
    const scope = this.file.kinds[kind]?.scope ?? 'party';
    return typeof scope === 'string' ? scope : (scope[levelOfCode(divisionCode)] ?? 'party');
  }
}
