import { Injectable } from '@nestjs/common';
import { OrganisationDirectory } from '#libs/identity';

/** Who has a task: everybody of that role in that organisation, or one user of it. */
export interface TaskOwner {
  readonly organisationId: number;
  readonly role: string;
  /** 0 or absent: any user of the role. */
  readonly userId?: number;
}

/** Turns posts into people, as the organisations are staffed now. */
@Injectable()
export class RecipientFinder {
  constructor(private readonly directory: OrganisationDirectory) {}

  ofOwners(owners: readonly TaskOwner[]): number[] {
    return distinct(owners.flatMap((owner) => this.ofOwner(owner)));
  }

  /** Empty where the post is vacant. */
  ofPost(organisationIds: readonly number[], role: string): number[] {
    return distinct(organisationIds.flatMap((id) => this.membersOf(id, role)));
  }

  /** 承办单位, as letters name it. */
  namesOf(owners: readonly TaskOwner[]): string {
    const ids = distinct(owners.map((owner) => owner.organisationId));
    return ids.flatMap((id) => this.directory.byId(id)?.name ?? []).join('、');
  }

  private ofOwner({ organisationId, role, userId }: TaskOwner): number[] {
    return userId ? [userId] : this.membersOf(organisationId, role);
  }

  private membersOf(organisationId: number, role: string): number[] {
    return this.directory.members(organisationId, role).map((user) => user.id);
  }
}

function distinct(ids: readonly number[]): number[] {
  return [...new Set(ids)];
}
