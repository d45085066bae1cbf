import type { PlainDate } from '#libs/calendar';

/** What a delegation is limited to; an empty list limits nothing. */
export interface DelegationScope {
  readonly roles: readonly string[];
  /** Ids of processes, or all of a family: `procurement.*`. */
  readonly processes: readonly string[];
  /** Codes of divisions; what lies in them counts too. */
  readonly divisions: readonly string[];
}

/** 代理: one person acts in the name of another, from the first to the last day, both whole. */
export interface Delegation {
  readonly id: number;
  readonly principalId: number;
  readonly delegateId: number;
  readonly firstDay: PlainDate;
  readonly lastDay: PlainDate;
  readonly scope: DelegationScope;
  /** 文号 */
  readonly documentNumber: string;
  readonly createdBy: number;
  readonly createdAt: Date;
  readonly revokedBy: number | null;
  readonly revokedAt: Date | null;
}

/** A piece of work that somebody may or may not have passed on. */
export interface DelegatedWork {
  readonly role: string;
  readonly process: string;
  readonly divisionCode: string;
}

export function covers({ scope }: Pick<Delegation, 'scope'>, work: DelegatedWork): boolean {
  return (
    allows(scope.roles, (role) => role === work.role) &&
    allows(scope.processes, (process) => matchesProcess(process, work.process)) &&
    allows(scope.divisions, (code) => work.divisionCode.startsWith(code))
  );
}

export function isInForce(delegation: Delegation, day: PlainDate): boolean {
  return delegation.revokedAt === null && delegation.firstDay <= day && day <= delegation.lastDay;
}

/** Days in common, among delegations that nobody revoked. */
export function overlaps(a: Pick<Delegation, 'firstDay' | 'lastDay'>, b: Delegation): boolean {
  return b.revokedAt === null && a.firstDay <= b.lastDay && b.firstDay <= a.lastDay;
}

/** Whether some piece of work could lie in both. */
export function scopesMeet(a: DelegationScope, b: DelegationScope): boolean {
  return (
    meet(a.roles, b.roles, (one, other) => one === other) &&
    meet(a.processes, b.processes, (one, other) => matchesProcess(one, other) || matchesProcess(other, one)) &&
    meet(a.divisions, b.divisions, (one, other) => one.startsWith(other) || other.startsWith(one))
  );
}

function allows(list: readonly string[], fits: (entry: string) => boolean): boolean {
  return list.length === 0 || list.some(fits);
}

function meet(a: readonly string[], b: readonly string[], fits: (one: string, other: string) => boolean): boolean {
  return a.length === 0 || b.length === 0 || a.some((one) => b.some((other) => fits(one, other)));
}

function matchesProcess(pattern: string, process: string): boolean {
  return pattern.endsWith('.*') ? process.startsWith(pattern.slice(0, -1)) : pattern === process;
}
