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
  return (
    hasTexts && hasNumbers && Array.isArray(claims.roles) && claims.roles.every((role) => typeof role === 'string')
  );
}
