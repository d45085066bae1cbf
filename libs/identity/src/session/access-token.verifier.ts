import { createHmac, createSecretKey, type KeyObject, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { SecretsConfig, SystemClock } from '#libs/platform';
import { RoleCatalogue } from '../roles/role.catalogue.js';
import { type AccessClaims, isAccessClaims, TOKEN_ISSUER } from './access-token.js';
import type { Caller } from './caller.js';
import { NotLoggedInError } from './session.error.js';

const CACHE_SIZE = 10_000;

interface Verified {
  readonly caller: Caller;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

/** Checks access tokens, synchronously: it stands in front of every request, so known tokens are kept. */
@Injectable()
export class AccessTokenVerifier {
  private readonly key: KeyObject;
  private readonly verified = new Map<string, Verified>();

  constructor(
    secrets: SecretsConfig,
    private readonly clock: SystemClock,
    private readonly catalogue: RoleCatalogue,
  ) {
    this.key = createSecretKey(Buffer.from(secrets.tokenSecret, 'utf8'));
  }

  verify(token: string): Caller {
    const verified = this.verified.get(token) ?? this.check(token);
    if (verified.expiresAt <= this.clock.now().getTime()) {
      this.verified.delete(token);
      throw new NotLoggedInError('expired');
    }
    return verified.caller;
  }

  private check(token: string): Verified {
    const [header, payload, signature, ...rest] = token.split('.');
    if (!header || !payload || !signature || rest.length > 0) throw new NotLoggedInError('malformed');
    this.assertSigned(`${header}.${payload}`, signature);
    // Only HS256 with our key gets here; the header is looked at so that a token of another kind is never taken for one.
    if (!isHs256(decode(header))) throw new NotLoggedInError('malformed');
    const claims = decode(payload);
    if (!isAccessClaims(claims) || claims.iss !== TOKEN_ISSUER) throw new NotLoggedInError('malformed');
    return this.remember(token, { caller: this.callerOf(claims), expiresAt: claims.exp * 1000 });
  }

  private assertSigned(signed: string, signature: string): void {
    const expected = createHmac('sha256', this.key).update(signed).digest();
    const given = Buffer.from(signature, 'base64url');
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw new NotLoggedInError('forged');
  }

  private callerOf(claims: AccessClaims): Caller {
    return {
      userId: Number(claims.sub),
      organisationId: claims.org,
      organisationKind: claims.kind,
      divisionCode: claims.div,
      name: claims.name,
      roles: claims.roles,
      sessionFamily: claims.fam,
      duties: claims.due,
      scope: this.catalogue.scopeOf({ id: claims.org, kind: claims.kind, divisionCode: claims.div }),
      permissions: this.catalogue.permissionsOf(claims.roles),
    };
  }

  // Tokens live a quarter of an hour: throwing all away when full is simpler than an order and costs little.
  private remember(token: string, verified: Verified): Verified {
    if (this.verified.size >= CACHE_SIZE) this.verified.clear();
    this.verified.set(token, verified);
    return verified;
  }
}

function decode(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) throw new NotLoggedInError('malformed');
    throw error;
  }
}

function isHs256(header: unknown): boolean {
  return typeof header === 'object' && header !== null && 'alg' in header && header.alg === 'HS256';
}
