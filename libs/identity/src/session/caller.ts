import type { Scope } from '../roles/scope.js';
import type { AccountDuty } from './account-duty.js';

/** 操作人: who sends a request, as the access token and the directory say. */
export interface Caller {
  readonly userId: number;
  readonly organisationId: number;
  readonly organisationKind: string;
  readonly divisionCode: string;
  readonly name: string;
  readonly roles: readonly string[];
  /** Login that the token comes from; logging out ends it. */
  readonly sessionFamily: number;
  /** What must be done with the account before anything else is answered. */
  readonly duties: readonly AccountDuty[];
  readonly scope: Scope;
  /** Permissions of config/roles.yaml that the roles carry. */
  readonly permissions: ReadonlySet<string>;
}

/** Which cases the caller may see. */
export function scopeOf(caller: Caller): Scope {
  return caller.scope;
}

export function may(caller: Caller, permission: string): boolean {
  return caller.permissions.has(permission);
}
