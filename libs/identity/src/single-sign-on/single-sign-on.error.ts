import { UserError } from '#libs/platform';

/** Thrown when no issuer is configured; the operator names one, or people log in with a password. */
export class SingleSignOnOffError extends UserError {
  constructor() {
    super({
      code: 'identity.single-sign-on-off',
      status: 404,
      zh: '本系统未启用单点登录，请使用账号密码登录。',
      en: 'There is no single sign-on here; log in with a password.',
    });
  }
}

/** Thrown when a browser has no ticket, an old one, or one that was exchanged; the person starts the sign-in again. */
export class TicketEndedError extends UserError {
  constructor() {
    super({
      code: 'identity.sign-in-expired',
      status: 401,
      zh: '单点登录已过期，请重新登录。',
      en: 'The sign-in has expired; start it again.',
    });
  }
}

/** Why a browser comes back to the login page without having signed in; it shows the text. */
export const SIGN_IN_REFUSALS = ['unreachable', 'expired', 'refused', 'unknown-user', 'disabled'] as const;
export type SignInRefusal = (typeof SIGN_IN_REFUSALS)[number];
