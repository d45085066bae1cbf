import { Injectable } from '@nestjs/common';
import { OrganisationDirectory, RoleCatalogue } from '#libs/identity';
import type { Staffing } from '#libs/kernel';
import { DirectoriesConfig } from '#libs/platform';
import { type KnownOrganisation, staffingAmong } from './staffed.organisation.js';

/** 在编人员: who could do the tasks of a process among the organisations and people that this installation has now. */
@Injectable()
export class DirectoryStaffing {
  constructor(
    private readonly directory: OrganisationDirectory,
    private readonly catalogue: RoleCatalogue,
    private readonly directories: DirectoriesConfig,
  ) {}

  /** A relation in which no organisation can stand yet is left out: nothing can be said about it. */
  of(relations: readonly string[]): Staffing {
    return staffingAmong(this.organisations(), this.directories.configDir, relations);
  }

  private organisations(): readonly KnownOrganisation[] {
    return [...this.catalogue.kindNames].flatMap((kind) =>
      this.directory.byKind(kind).map(({ id, name }) => {
        const active = this.directory.usersOf(id).filter(({ status }) => status === 'active');
        return { name, kind, people: active.map(({ roles }) => roles) };
      }),
    );
  }
}
