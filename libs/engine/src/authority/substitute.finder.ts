import { Injectable } from '@nestjs/common';
import { OrganisationDirectory, RelationResolver, type SubstitutePost } from '#libs/identity';
import type { PartyRole } from '#libs/kernel';
import type { Candidate, Substitution } from '../instances/case.rows.js';
import type { CaseTransaction } from '../instances/case.transaction.js';
import { doersOf } from './earlier.duties.js';

/** What keeps people from a task when it is handed out. */
export interface Duty {
  readonly instanceId: number;
  /** States whose people may not have the task. */
  readonly not: readonly string[];
  /** State that the actor of this command leaves, if it was a task: its row is not written yet. */
  readonly leaving: string | null;
}

type OrganisationsOf = (relation: string) => Promise<readonly number[]>;

/** What one search knows. */
interface Search {
  readonly party: PartyRole;
  readonly excluded: ReadonlySet<number>;
  readonly organisationsOf: OrganisationsOf;
}

/** Where separation of duties or a conflict of interest leaves nobody in a post, the lawful second person is found by rule. */
@Injectable()
export class SubstituteFinder {
  constructor(
    private readonly resolver: RelationResolver,
    private readonly directory: OrganisationDirectory,
  ) {}

  /** Who may not have the task: 回避, and those who did what it is kept apart from. */
  async excludedFrom(tx: CaseTransaction, { instanceId, not, leaving }: Duty): Promise<ReadonlySet<number>> {
    const doers = await doersOf(tx, instanceId, not);
    const acting = leaving !== null && not.includes(leaving) ? [tx.frame.actor?.userId, tx.onBehalfOf] : [];
    return new Set([...tx.recused, ...doers, ...acting.flatMap((id) => id ?? [])]);
  }

  /** Those who may act, or those whom the rules put in their place; the candidates as they are when no rule helps. */
  async replaced(candidates: readonly Candidate[], search: Search): Promise<readonly Candidate[]> {
    if (search.excluded.size === 0 || candidates.some((one) => !this.isBarred(one, search.excluded)))
      return candidates.filter((one) => one.userId === 0 || !search.excluded.has(one.userId));
    const kinds = new Set(candidates.map(({ organisationId }) => this.directory.byId(organisationId)?.kind ?? ''));
    for (const kind of kinds) {
      for (const { name, by } of this.resolver.substitutesFor(kind, search.party.role)) {
        const found = await this.firstFilled(by, name, search);
        if (found.length > 0) return found;
      }
    }
    return candidates;
  }

  private async firstFilled(
    posts: readonly SubstitutePost[],
    rule: string,
    { party, excluded, organisationsOf }: Search,
  ): Promise<readonly Candidate[]> {
    for (const { organisation, role = party.role } of posts) {
      const substituted: Substitution = { from: { ...party }, to: { organisation, role }, rule };
      const organisations = await organisationsOf(organisation);
      const found = organisations
        .filter((id) => this.directory.members(id, role).some((user) => !excluded.has(user.id)))
        .map((organisationId) => ({ organisationId, role, userId: 0, substituted }));
      if (found.length > 0) return found;
    }
    return [];
  }

  /** Nobody of the post is left; a post in which nobody ever was is vacant, which is another matter. */
  private isBarred({ organisationId, role, userId }: Candidate, excluded: ReadonlySet<number>): boolean {
    if (userId !== 0) return excluded.has(userId);
    const members = this.directory.members(organisationId, role);
    return members.length > 0 && members.every(({ id }) => excluded.has(id));
  }
}
