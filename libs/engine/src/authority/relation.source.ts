import { Injectable } from '@nestjs/common';
import { OrganisationDirectory, RelationResolver } from '#libs/identity';
import type { PartyRole } from '#libs/kernel';
import type { Candidate } from '../instances/case.rows.js';
import type { CaseTransaction } from '../instances/case.transaction.js';

/** Who stands in a relation to a case: its explicit parties first, else the rule of config/relations.yaml. */
@Injectable()
export class RelationSource {
  constructor(
    private readonly resolver: RelationResolver,
    private readonly directory: OrganisationDirectory,
  ) {}

  async organisations(tx: Pick<CaseTransaction, 'parties' | 'root'>, relation: string): Promise<readonly number[]> {
    const explicit = tx.parties.get(relation);
    if (explicit && explicit.length > 0) return explicit;
    return this.resolver.resolve(relation, { parties: new Map(), purchaserId: tx.root.purchaserId });
  }

  /** Who has a task of that party: the persons named for it who have the role, or else everybody who has. */
  async candidates(
    tx: Pick<CaseTransaction, 'parties' | 'persons' | 'root'>,
    { organisation, role }: PartyRole,
  ): Promise<readonly Candidate[]> {
    const organisations = await this.organisations(tx, organisation);
    const persons = (tx.persons.get(organisation) ?? []).flatMap((id) => this.directory.user(id) ?? []);
    const named = persons.filter((user) => organisations.includes(user.organisationId) && user.roles.includes(role));
    if (named.length > 0) return named.map((user) => ({ organisationId: user.organisationId, role, userId: user.id }));
    return organisations.map((organisationId) => ({ organisationId, role, userId: 0 }));
  }
}
