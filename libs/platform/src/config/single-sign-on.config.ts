import { BadSettingError } from './bad-setting.error.js';
import { Environment } from './environment.js';

/** 单点登录: another system says who somebody is (OpenID Connect); off until its issuer is named. */
export class SingleSignOnConfig {
  /** SANSHE_OIDC_ISSUER: address of the issuer; unset means that there is no single sign-on. */
  readonly issuer: URL | null;
  /** SANSHE_OIDC_CLIENT_ID: what the issuer calls this installation. */
  readonly clientId: string;
  /** SANSHE_OIDC_CLIENT_SECRET: shared with the issuer. */
  readonly clientSecret: string;
  /** SANSHE_OIDC_CLAIM: the claim that holds the login of the person here. */
  readonly claim: string;
  /** SANSHE_OIDC_TITLE: what the button on the login page says. */
  readonly title: string;

  constructor(environment: Environment = new Environment()) {
    const issuer = environment.optional('SANSHE_OIDC_ISSUER');
    this.issuer = issuer === null ? null : issuerOf(issuer);
    this.clientId = environment.text('SANSHE_OIDC_CLIENT_ID', 'sanshe');
    this.clientSecret = issuer === null ? '' : environment.text('SANSHE_OIDC_CLIENT_SECRET');
    this.claim = environment.text('SANSHE_OIDC_CLAIM', 'preferred_username');
    this.title = environment.text('SANSHE_OIDC_TITLE', '统一身份认证');
  }
}

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];

/** In the clear only on one's own machine: what the issuer says is believed. */
function issuerOf(text: string): URL {
  const issuer = URL.canParse(text) ? new URL(text) : null;
  const isSafe = issuer?.protocol === 'https:' || (issuer?.protocol === 'http:' && LOOPBACK.includes(issuer.hostname));
  if (!issuer || !isSafe) throw new BadSettingError('SANSHE_OIDC_ISSUER', 'https 地址 (an https address)');
  return issuer;
}
