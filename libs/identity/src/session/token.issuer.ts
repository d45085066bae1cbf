import { Injectable } from '@nestjs/common';
import { AccountDuties } from '../credentials/account.duties.js';
import type { UserRecord } from '../organisations/directory.records.js';
import { OrganisationDirectory } from '../organisations/organisation.directory.js';
import { AccessTokenSigner } from './access-token.signer.js';
import type { AccountDuty } from './account-duty.js';
import type { RefreshToken } from './session.store.js';

/** What a client holds after logging in or refreshing. */
export interface Tokens {
  readonly accessToken: string;
  readonly accessTokenExpiresAt: Date;
  readonly refreshToken: string;
  readonly refreshTokenExpiresAt: Date;
  readonly user: UserRecord;
  readonly duties: readonly AccountDuty[];
}

/** Puts an access token beside a refresh token; what has to be done first is looked up each time. */
@Injectable()
export class TokenIssuer {
  constructor(
    private readonly directory: OrganisationDirectory,
    private readonly signer: AccessTokenSigner,
    private readonly accountDuties: AccountDuties,
  ) {}

  async issue(user: UserRecord, refresh: RefreshToken): Promise<Tokens> {
    const organisation = this.directory.get(user.organisationId);
    const duties = await this.accountDuties.of(user);
    const access = await this.signer.sign({ user, organisation, family: refresh.family, duties });
    return {
      accessToken: access.token,
      accessTokenExpiresAt: access.expiresAt,
      refreshToken: refresh.token,
      refreshTokenExpiresAt: refresh.expiresAt,
      user,
      duties,
    };
  }
}
