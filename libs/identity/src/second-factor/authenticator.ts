import { Secret, TOTP } from 'otpauth';

/** Shown in the authenticator beside the login. */
const ISSUER = '三社 Sanshe';
const PERIOD_SECONDS = 30;
const SECRET_BYTES = 20;
/** Steps before and after the present one that are still taken: clocks of phones are not exact. */
const WINDOW = 1;

/** What a phone scans. */
export interface Enrolment {
  /** Base 32. */
  readonly secret: string;
  /** otpauth://totp/… */
  readonly uri: string;
}

const totpOf = (secret: string, login: string): TOTP =>
  new TOTP({
    issuer: ISSUER,
    label: login,
    secret: Secret.fromBase32(secret),
    algorithm: 'SHA1', // the only one that every authenticator knows
    digits: 6,
    period: PERIOD_SECONDS,
  });

export function enrol(login: string): Enrolment {
  const secret = new Secret({ size: SECRET_BYTES }).base32;
  return { secret, uri: totpOf(secret, login).toString() };
}

/** Time step of a code that is right at that moment, or nearly; null when it is none. */
export function stepOf(secret: string, code: string, at: Date): number | null {
  const timestamp = at.getTime();
  const delta = totpOf(secret, '').validate({ token: code, timestamp, window: WINDOW });
  return delta === null ? null : Math.floor(timestamp / 1000 / PERIOD_SECONDS) + delta;
}

/** What the authenticator shows at that moment. */
export function codeAt(secret: string, at: Date): string {
  return totpOf(secret, '').generate({ timestamp: at.getTime() });
}
