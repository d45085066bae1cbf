import { Injectable } from '@nestjs/common';
import { OrganisationDirectory, RelationResolver } from '#libs/identity';
import type { PartyRole } from '#libs/kernel';
import type { Candidate } from '../instances/case.rows.js';
import type { CaseTransaction } from '../instances/case.transaction.js';
import { type Duty, SubstituteFinder } from './substitute.finder.js';

type Parties = Pick<CaseTransaction, 'parties' | 'root'>;

/** Who has a task, and which people of those posts may not act on it. */
export interface Impartial {
  readonly candidates: readonly Candidate[];
  readonly excluded: ReadonlySet<number>;
}

/** Who stands in a relation to a case: its explicit parties first, else the rule of config/relations.yaml. */
@Injectable()
export class RelationSource {
  constructor(
    private readonly resolver: RelationResolver,
    private readonly directory: OrganisationDirectory,
    private readonly substitutes: SubstituteFinder,
  ) {}

  async organisations(tx: Parties, relation: string): Promise<readonly number[]> {
    const explicit = tx.parties.get(relation);
    if (explicit && explicit.length > 0) return explicit;
    return this.resolver.resolve(relation, { parties: new Map(), purchaserId: tx.root.purchaserId });
  }

  /** Who has a task of that party: the persons named for it who have the role, or else everybody who has. */
  async candidates(
    tx: Parties & Pick<CaseTransaction, 'persons'>,
    { organisation, role }: PartyRole,
  ): Promise<readonly Candidate[]> {
    const organisations = await this.organisations(tx, organisation);
    const persons = (tx.persons.get(organisation) ?? []).flatMap((id) => this.directory.user(id) ?? []);
    const named = persons.filter((user) => organisations.includes(user.organisationId) && user.roles.includes(role));
    if (named.length > 0) return named.map((user) => ({ organisationId: user.organisationId, role, userId: user.id }));
    return organisations.map((organisationId) => ({ organisationId, role, userId: 0 }));
  }

  /** As `candidates`, without those whom the law keeps from the task; where nobody is left, their lawful substitutes. */
  async impartial(tx: CaseTransaction, party: PartyRole, duty: Duty): Promise<Impartial> {
    const candidates = await this.candidates(tx, party);
    const excluded = await this.substitutes.excludedFrom(tx, duty);
    const organisationsOf = (relation: string) => this.organisations(tx, relation);
    return { candidates: await this.substitutes.replaced(candidates, { party, excluded, organisationsOf }), excluded };
  }
}
