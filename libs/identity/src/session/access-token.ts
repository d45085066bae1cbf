import { type AccountDuty, isAccountDuty } from './account-duty.js';

/** Claims of an access token (JWT, HS256). */
export interface AccessClaims {
  /** User id, as text because JWT says so. */
  readonly sub: string;
  readonly iss: string;
  readonly iat: number;
  readonly exp: number;
  /** Organisation id. */
  readonly org: number;
  /** Kind of the organisation. */
  readonly kind: string;
  /** Division of the organisation. */
  readonly div: string;
  readonly name: string;
  readonly roles: readonly string[];
  /** Family of refresh tokens. */
  readonly fam: number;
  /** What must be done with the account before anything else. */
  readonly due: readonly AccountDuty[];
}

export const TOKEN_ISSUER = 'sanshe';
/** Lifetime of an access token, in seconds. */
export const ACCESS_TOKEN_SECONDS = 15 * 60;

/** True when a decoded payload has all claims in their types. */
export function isAccessClaims(value: unknown): value is AccessClaims {
  if (typeof value !== 'object' || value === null) return false;
  const claims: Partial<Record<keyof AccessClaims, unknown>> = value;
  const hasTexts = [claims.sub, claims.iss, claims.kind, claims.div, claims.name].every(
    (claim) => typeof claim === 'string',
  );
  const hasNumbers = [claims.iat, claims.exp, claims.org, claims.fam].every((claim) => Number.isSafeInteger(claim));
  const hasLists =
    isListOf(claims.roles, (role) => typeof role === 'string') && isListOf(claims.due, (duty) => isAccountDuty(duty));
  return hasTexts && hasNumbers && hasLists;
}

function isListOf(value: unknown, isItem: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isItem);
}
