import { Injectable } from '@nestjs/common';
import { localDate } from '#libs/calendar';
import { BusinessClock } from '#libs/platform';
import { OrganisationDirectory } from '../organisations/organisation.directory.js';
import type { Delegation } from './delegation.js';
import type { DelegationPerson, DelegationStatus, DelegationView } from './delegation.view.js';

type Period = Pick<Delegation, 'firstDay' | 'lastDay' | 'revokedAt'>;

/** Puts delegations into words. */
@Injectable()
export class DelegationPresenter {
  constructor(
    private readonly directory: OrganisationDirectory,
    private readonly clock: BusinessClock,
  ) {}

  view({ principalId, delegateId, scope, createdBy, revokedBy, ...delegation }: Delegation): DelegationView {
    return {
      ...delegation,
      ...scope,
      principal: this.person(principalId),
      delegate: this.person(delegateId),
      createdBy: this.person(createdBy),
      revokedBy: revokedBy === null ? null : this.person(revokedBy),
      status: this.statusOf(delegation),
    };
  }

  private statusOf({ firstDay, lastDay, revokedAt }: Period): DelegationStatus {
    const today = localDate(this.clock.now().toISOString());
    if (revokedAt !== null) return 'revoked';
    if (today > lastDay) return 'over';
    return today < firstDay ? 'coming' : 'in-force';
  }

  private person(id: number): DelegationPerson {
    return { id, name: this.directory.user(id)?.name ?? String(id) };
  }
}
