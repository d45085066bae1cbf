import { Injectable } from '@nestjs/common';
import { SingleSignOnConfig } from '#libs/platform';
import * as oidc from 'openid-client';
import type { SignInAttempt } from './sign-in.memory.js';
import { SingleSignOnOffError } from './single-sign-on.error.js';

/** An issuer that does not answer must not keep a browser waiting. */
const PATIENCE_SECONDS = 10;

/** A sign-in that begins: where the browser goes, and what must come back. */
export interface BegunSignIn extends Omit<SignInAttempt, 'from'> {
  readonly url: URL;
}

/** Speaks OpenID Connect with the issuer: authorization code with PKCE, state and nonce. */
@Injectable()
export class IssuerClient {
  private discovered: Promise<oidc.Configuration> | null = null;

  constructor(private readonly config: SingleSignOnConfig) {}

  async begin(redirectUri: URL): Promise<BegunSignIn> {
    const configuration = await this.discover();
    const verifier = oidc.randomPKCECodeVerifier();
    const state = oidc.randomState();
    const nonce = oidc.randomNonce();
    const url = oidc.buildAuthorizationUrl(configuration, {
      redirect_uri: redirectUri.href,
      scope: 'openid profile',
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
    });
    return { url, state, nonce, verifier };
  }

  /** The login that the issuer vouches for; null when it does not say one. Throws what the protocol refuses. */
  async finish(address: URL, attempt: SignInAttempt): Promise<string | null> {
    const configuration = await this.discover();
    const tokens = await oidc.authorizationCodeGrant(configuration, address, {
      pkceCodeVerifier: attempt.verifier,
      expectedState: attempt.state,
      expectedNonce: attempt.nonce,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (!claims) return null;
    const said = claims[this.config.claim];
    if (said !== undefined) return typeof said === 'string' ? said : null;
    const profile = await oidc.fetchUserInfo(configuration, tokens.access_token, claims.sub);
    const told = profile[this.config.claim];
    return typeof told === 'string' ? told : null;
  }

  /** Once; again after a failure. */
  private discover(): Promise<oidc.Configuration> {
    this.discovered ??= this.ask().catch((error: unknown) => {
      this.discovered = null;
      throw error;
    });
    return this.discovered;
  }

  private ask(): Promise<oidc.Configuration> {
    const { issuer, clientId, clientSecret } = this.config;
    if (!issuer) throw new SingleSignOnOffError();
    // The configuration lets an address in the clear pass on the own machine alone.
    const execute = issuer.protocol === 'http:' ? [oidc.allowInsecureRequests] : [];
    const options = { execute, timeout: PATIENCE_SECONDS };
    return oidc.discovery(issuer, clientId, undefined, oidc.ClientSecretBasic(clientSecret), options);
  }
}
