import { Injectable } from '@nestjs/common';
import { daysBetween, type PlainDate } from '#libs/calendar';
import { DivisionTree } from '../divisions/division.tree.js';
import type { UserRecord } from '../organisations/directory.records.js';
import { OrganisationDirectory } from '../organisations/organisation.directory.js';
import { type Delegation, type DelegationScope, overlaps, scopesMeet } from './delegation.js';
import {
  DelegateNotEligibleError,
  DelegationCircleError,
  DelegationDaysError,
  DelegationDepthError,
  DelegationDivisionError,
  DelegationOverlapError,
  DelegationRolesError,
  DelegationToOneselfError,
} from './delegation.error.js';
import { DelegationRules } from './delegation.rules.js';

/** What somebody wants to delegate. */
export interface DelegationDraft {
  readonly principal: UserRecord;
  readonly delegateId: number;
  readonly firstDay: PlainDate;
  readonly lastDay: PlainDate;
  readonly scope: DelegationScope;
}

/** Refuses what the rules do not allow. `standing` are the delegations that nobody revoked and that are not over. */
@Injectable()
export class DelegationPolicy {
  constructor(
    private readonly rules: DelegationRules,
    private readonly directory: OrganisationDirectory,
    private readonly divisions: DivisionTree,
  ) {}

  assertAllowed(draft: DelegationDraft, standing: readonly Delegation[], today: PlainDate): void {
    if (draft.delegateId === draft.principal.id) throw new DelegationToOneselfError();
    this.assertDays(draft, today);
    this.assertEligible(draft);
    const unknown = draft.scope.divisions.filter((code) => !this.divisions.has(code));
    if (unknown.length > 0) throw new DelegationDivisionError(unknown);
    const concurrent = standing.filter((other) => overlaps(draft, other));
    this.assertRoles(draft, concurrent);
    const circle = pathBack(draft, concurrent);
    if (circle) throw new DelegationCircleError(circle.map(({ documentNumber }) => documentNumber));
    const same = concurrent.find(
      (other) => other.principalId === draft.principal.id && scopesMeet(draft.scope, other.scope),
    );
    if (same) throw new DelegationOverlapError(same.id, same.documentNumber);
  }

  private assertDays({ firstDay, lastDay }: DelegationDraft, today: PlainDate): void {
    const { maximumDays } = this.rules.file;
    if (firstDay < today) throw new DelegationDaysError('past', maximumDays);
    if (lastDay < firstDay) throw new DelegationDaysError('order', maximumDays);
    if (daysBetween(firstDay, lastDay) + 1 > maximumDays) throw new DelegationDaysError('too-long', maximumDays);
  }

  private assertEligible({ principal, delegateId }: DelegationDraft): void {
    const delegate = this.directory.user(delegateId);
    if (!delegate) throw new DelegateNotEligibleError('unknown');
    if (delegate.status !== 'active') throw new DelegateNotEligibleError('disabled');
    this.assertReach(principal, delegate);
  }

  private assertReach(principal: UserRecord, delegate: UserRecord): void {
    const { barred, within } = this.rules.file;
    const own = this.directory.get(principal.organisationId);
    const theirs = this.directory.get(delegate.organisationId);
    if (barred.kinds.includes(theirs.kind)) throw new DelegateNotEligibleError('kind');
    if (delegate.roles.length === 0 || delegate.roles.some((role) => barred.roles.includes(role)))
      throw new DelegateNotEligibleError('role');
    const isWithin = {
      organisation: own.id === theirs.id,
      division: own.divisionCode === theirs.divisionCode,
      anywhere: true,
    }[within];
    if (!isWithin) throw new DelegateNotEligibleError('reach');
  }

  /** Named roles must be the principal's own, or come through few enough hands. */
  private assertRoles({ principal, scope }: DelegationDraft, concurrent: readonly Delegation[]): void {
    const { personal, depth } = this.rules.file;
    const inPerson = scope.roles.filter((role) => personal.includes(role));
    if (inPerson.length > 0) throw new DelegationRolesError('personal', inPerson);
    const foreign = scope.roles.filter((role) => !principal.roles.includes(role));
    const missing = foreign.filter((role) => this.handsOf(role, principal.id, concurrent) === null);
    if (missing.length > 0) throw new DelegationRolesError('not-held', missing);
    const tooFar = foreign.filter((role) => (this.handsOf(role, principal.id, concurrent) ?? 0) >= depth);
    if (tooFar.length > 0) throw new DelegationDepthError(tooFar, depth);
  }

  /** Through how many hands a person has a role: none for one's own, null when not at all. */
  private handsOf(role: string, userId: number, concurrent: readonly Delegation[], seen: number[] = []): number | null {
    if (this.directory.user(userId)?.roles.includes(role)) return 0;
    const behind = concurrent
      .filter(({ delegateId, principalId, scope }) => {
        const isNamed = scope.roles.length === 0 || scope.roles.includes(role);
        return delegateId === userId && isNamed && !seen.includes(principalId);
      })
      .flatMap(({ principalId }) => this.handsOf(role, principalId, concurrent, [...seen, userId]) ?? []);
    return behind.length === 0 ? null : Math.min(...behind) + 1;
  }
}

/** Delegations by which the substitute's work comes back to the principal on the same days; null when it does not. */
function pathBack(
  { principal, delegateId }: DelegationDraft,
  concurrent: readonly Delegation[],
): readonly Delegation[] | null {
  const seen = new Set([delegateId]);
  let paths: Delegation[][] = concurrent.filter((one) => one.principalId === delegateId).map((one) => [one]);
  while (paths.length > 0) {
    const closed = paths.find((path) => path.at(-1)?.delegateId === principal.id);
    if (closed) return closed;
    const fresh = paths.filter((path) => !seen.has(path.at(-1)?.delegateId ?? 0));
    for (const path of fresh) seen.add(path.at(-1)?.delegateId ?? 0);
    paths = fresh.flatMap((path) =>
      concurrent.filter((one) => one.principalId === path.at(-1)?.delegateId).map((one) => [...path, one]),
    );
  }
  return null;
}
