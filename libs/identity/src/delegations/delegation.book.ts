import { Injectable, type OnModuleInit } from '@nestjs/common';
import { localDate } from '#libs/calendar';
import { DataSource } from 'typeorm';
import { OrganisationDirectory } from '../organisations/organisation.directory.js';
import { covers, type DelegatedWork, type Delegation, isInForce } from './delegation.js';
import { DELEGATION_COLUMNS, type DelegationRow, parseDelegation } from './delegation.row.js';
import { DelegationRules } from './delegation.rules.js';

/** That somebody may act for a principal now, and the delegations by which: one, or a chain where passing on is allowed. */
export interface Mandate {
  readonly principalId: number;
  /** The principal's own first. */
  readonly chain: readonly Delegation[];
}

/**
 * Who acts in whose name, from memory: every refused candidate asks, and whoever acts for oneself pays nothing.
 * Follows the directory's revision, so other processes see a revocation within a second, the writing one at once.
 */
@Injectable()
export class DelegationBook implements OnModuleInit {
  private readonly byDelegate = new Map<number, Map<number, Delegation>>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly directory: OrganisationDirectory,
    private readonly rules: DelegationRules,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.directory.follow((seen) => this.catchUp(seen));
  }

  /** Mandates of a person on the local day of that moment; those of principals who left are void. */
  mandatesOf(delegateId: number, at: Date): readonly Mandate[] {
    if (!this.byDelegate.has(delegateId)) return [];
    const day = localDate(at.toISOString());
    const found: Mandate[] = [];
    let last: readonly Mandate[] = [{ principalId: delegateId, chain: [] }];
    for (let hands = 1; hands <= this.rules.file.depth && last.length > 0; hands += 1) {
      last = last.flatMap((mandate) => this.behind(mandate, delegateId, day));
      found.push(...last);
    }
    return found;
  }

  principalsOf(delegateId: number, at: Date): ReadonlySet<number> {
    return new Set(this.mandatesOf(delegateId, at).map(({ principalId }) => principalId));
  }

  /** Whether a mandate is about that work; what must be done in person never is. */
  isAbout({ chain }: Mandate, work: DelegatedWork): boolean {
    return !this.rules.file.personal.includes(work.role) && chain.every((delegation) => covers(delegation, work));
  }

  /** Whether the duties of a role are among those that were passed on, wherever they are. */
  mayBeDone({ chain }: Mandate, role: string): boolean {
    const isNamed = ({ scope }: Delegation): boolean => scope.roles.length === 0 || scope.roles.includes(role);
    return !this.rules.file.personal.includes(role) && chain.every(isNamed);
  }

  /** Every delegation to a person, those of the past too: to say what has lapsed. */
  received(delegateId: number): readonly Delegation[] {
    return [...(this.byDelegate.get(delegateId)?.values() ?? [])];
  }

  private behind({ principalId, chain }: Mandate, delegateId: number, day: string): Mandate[] {
    return this.received(principalId)
      .filter((delegation) => isInForce(delegation, day) && delegation.principalId !== delegateId)
      .filter((delegation) => this.directory.user(delegation.principalId)?.status === 'active')
      .map((delegation) => ({ principalId: delegation.principalId, chain: [delegation, ...chain] }));
  }

  private async catchUp(seen: number): Promise<void> {
    if (seen === 0) this.byDelegate.clear();
    const rows: DelegationRow[] = await this.dataSource.query(
      `SELECT ${DELEGATION_COLUMNS} FROM identity_delegation WHERE revision > ?`,
      [seen],
    );
    for (const delegation of rows.map(parseDelegation)) {
      const received = this.byDelegate.get(delegation.delegateId) ?? new Map<number, Delegation>();
      received.set(delegation.id, delegation);
      this.byDelegate.set(delegation.delegateId, received);
    }
  }
}
