import { Injectable } from '@nestjs/common';
import { type Caller, DelegationBook, type DelegationScope, type Mandate, OrganisationDirectory } from '#libs/identity';
import { BusinessClock } from '#libs/platform';
import type { Statement } from '../instances/sql.packet.js';

/** Candidates that a person stands for: its own, or those of somebody for whom it acts. */
export interface InboxPool {
  /** Null for one's own tasks. */
  readonly onBehalfOf: number | null;
  readonly userId: number;
  readonly organisationId: number;
  readonly roles: readonly string[];
  /** Every limit of every delegation holds. */
  readonly limits: readonly DelegationScope[];
}

/** 待办 of one's own, and by 代理 of others: what an inbox query has to look for. */
@Injectable()
export class InboxPools {
  constructor(
    private readonly book: DelegationBook,
    private readonly directory: OrganisationDirectory,
    private readonly clock: BusinessClock,
  ) {}

  /** One's own first. */
  of(caller: Caller): readonly [InboxPool, ...InboxPool[]] {
    const { userId, organisationId, roles } = caller;
    const mandates = this.book.mandatesOf(userId, this.clock.now());
    return [
      { onBehalfOf: null, userId, organisationId, roles, limits: [] },
      ...mandates.flatMap((mandate) => this.poolOf(mandate)),
    ];
  }

  private poolOf(mandate: Mandate): InboxPool[] {
    const principal = this.directory.user(mandate.principalId);
    if (!principal) return [];
    const { id, organisationId } = principal;
    const roles = principal.roles.filter((role) => this.book.mayBeDone(mandate, role));
    const limits = mandate.chain.map(({ scope }) => scope);
    return roles.length === 0 ? [] : [{ onBehalfOf: id, userId: id, organisationId, roles, limits }];
  }
}

/** What the delegations of a pool are limited to, over instances `i` and roots `r`. */
export function withinLimits({ limits }: Pick<InboxPool, 'limits'>): readonly Statement[] {
  return limits.flatMap(({ processes, divisions }) => [
    ...anyOf(
      'i.process',
      processes.map((process) => process.replace(/\*$/, '%')),
    ),
    ...anyOf(
      'r.division_code',
      divisions.map((code) => `${code}%`),
    ),
  ]);
}

function anyOf(column: string, patterns: readonly string[]): Statement[] {
  if (patterns.length === 0) return [];
  return [{ sql: `(${patterns.map(() => `${column} LIKE ?`).join(' OR ')})`, values: patterns }];
}
