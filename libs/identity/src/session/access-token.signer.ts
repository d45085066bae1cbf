import { Injectable } from '@nestjs/common';
import { SecretsConfig, SystemClock } from '#libs/platform';
import { SignJWT } from 'jose';
import type { OrganisationRecord, UserRecord } from '../organisations/directory.records.js';
import { ACCESS_TOKEN_SECONDS, TOKEN_ISSUER } from './access-token.js';
import type { AccountDuty } from './account-duty.js';

/** What a token says besides the time. */
export interface TokenSubject {
  readonly user: UserRecord;
  readonly organisation: OrganisationRecord;
  readonly family: number;
  readonly duties: readonly AccountDuty[];
}

export interface SignedToken {
  readonly token: string;
  readonly expiresAt: Date;
}

/** Signs access tokens. */
@Injectable()
export class AccessTokenSigner {
  private readonly key: Uint8Array;

  constructor(
    secrets: SecretsConfig,
    private readonly clock: SystemClock,
  ) {
    this.key = new TextEncoder().encode(secrets.tokenSecret);
  }

  async sign({ user, organisation, family, duties }: TokenSubject): Promise<SignedToken> {
    const issuedAt = Math.floor(this.clock.now().getTime() / 1000);
    const expiresAt = issuedAt + ACCESS_TOKEN_SECONDS;
    const claims = {
      org: organisation.id,
      kind: organisation.kind,
      div: organisation.divisionCode,
      name: user.name,
      roles: [...user.roles],
      fam: family,
      due: [...duties],
    };
    const token = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
      .setSubject(String(user.id))
      .setIssuer(TOKEN_ISSUER)
      .setIssuedAt(issuedAt)
      .setExpirationTime(expiresAt)
      .sign(this.key);
    return { token, expiresAt: new Date(expiresAt * 1000) };
  }
}
