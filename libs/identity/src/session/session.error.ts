import { TransientError, UserError } from '#libs/platform';
import type { AccountDuty } from './account-duty.js';

/** Thrown when login and password do not fit; says no more, so that logins cannot be guessed. The caller types again. */
export class BadCredentialsError extends UserError {
  constructor() {
    super({
      code: 'identity.bad-credentials',
      status: 401,
      zh: '用户名或密码不正确，请核对后重新输入。',
      en: 'Login or password is wrong; check them and try again.',
    });
  }
}

/** Thrown when an account has been disabled; the administrator of the organisation can enable it. */
export class AccountDisabledError extends UserError {
  constructor() {
    super({
      code: 'identity.account-disabled',
      status: 401,
      zh: '该账号已停用，请联系系统管理员。',
      en: 'This account is disabled; ask the system administrator.',
    });
  }
}

/**
 * Thrown after too many failures of one login, or from one address, before anything else is looked at; waiting cures it,
 * or an administrator who unlocks the login. A login that does not exist is locked in the same words.
 */
export class LoginThrottledError extends UserError {
  constructor(reason: 'login' | 'address', retryAfterSeconds: number) {
    const minutes = Math.ceil(retryAfterSeconds / 60);
    const zh = reason === 'login' ? '该账号' : '当前网络地址';
    const en = reason === 'login' ? 'of this account' : 'from this address';
    super({
      code: 'identity.login-throttled',
      status: 429,
      zh: `${zh}登录失败次数过多，已临时锁定，请在${minutes}分钟后再试，或联系管理员解除锁定。`,
      en: `Too many failed logins ${en}; it is locked. Try again in ${minutes} minutes, or ask an administrator to unlock it.`,
      details: { reason, retryAfterSeconds },
    });
  }
}

/** Thrown when so many passwords wait to be checked that an answer would come too late; the client tries again. */
export class PasswordCheckBusyError extends TransientError {
  constructor() {
    super({
      code: 'identity.password-check-busy',
      zh: '同时登录的人数过多，请稍后重试。',
      en: 'Too many people are logging in at once; try again in a moment.',
    });
  }
}

/** Thrown for every route but those that do it while something must be done with the account first; the user does it. */
export class AccountDutyError extends UserError {
  constructor(duty: AccountDuty) {
    super({ status: 403, ...DUTY_TEXTS[duty], details: { duty } });
  }
}

const DUTY_TEXTS = {
  'password-change': {
    code: 'identity.password-change-required',
    zh: '请先修改密码，再办理其他事项。',
    en: 'Change your password first.',
  },
  'second-factor': {
    code: 'identity.second-factor-setup-required',
    zh: '您的岗位要求双因素登录，请先在“账户”页面绑定动态口令。',
    en: 'Your role requires a second factor; set it up on the account page first.',
  },
} as const;

/** Thrown when a login of one's own, or of a user whom one administers, is not there any more. */
export class UnknownSessionError extends UserError {
  constructor() {
    super({
      code: 'identity.unknown-session',
      status: 404,
      zh: '没有这个登录会话，可能已经退出。',
      en: 'There is no such session; it may have ended.',
      fields: [{ field: '/family', rule: 'visible', zh: '会话不存在', en: 'no such session' }],
    });
  }
}

/** Thrown when a request needs a login and carries no valid access token; the client refreshes or logs in. */
export class NotLoggedInError extends UserError {
  constructor(reason: 'missing' | 'malformed' | 'forged' | 'expired') {
    super({
      code: 'identity.not-logged-in',
      status: 401,
      zh: reason === 'expired' ? '登录凭证已过期，请刷新或重新登录。' : '请先登录。',
      en: reason === 'expired' ? 'The access token has expired; refresh it or log in.' : 'Log in first.',
      details: { reason },
      fields: [
        { field: '/headers/authorization', rule: reason, zh: '需要有效的登录凭证', en: 'needs a valid access token' },
      ],
    });
  }
}

/** Thrown when a refresh token is unknown, expired or revoked; the user logs in again. */
export class SessionEndedError extends UserError {
  constructor() {
    super({
      code: 'identity.session-ended',
      status: 401,
      zh: '登录已失效，请重新登录。',
      en: 'The session has ended; log in again.',
    });
  }
}

/**
 * Thrown when a refresh token is used again after it was exchanged: somebody has a copy. The whole family is revoked;
 * the user logs in again.
 */
export class TokenReusedError extends UserError {
  constructor() {
    super({
      code: 'identity.token-reused',
      status: 401,
      zh: '检测到登录凭证被重复使用，为安全起见该登录已全部失效，请重新登录并留意账号安全。',
      en: 'A refresh token was used twice, so the session was revoked for safety; log in again.',
    });
  }
}

/**
 * Thrown when a refresh token was exchanged a moment ago, as when two tabs refresh together; the client uses the newer
 * token that it has.
 */
export class TokenSupersededError extends UserError {
  constructor() {
    super({
      code: 'identity.token-superseded',
      status: 409,
      zh: '登录凭证刚刚已被刷新，请使用最新的凭证。',
      en: 'This refresh token was exchanged a moment ago; use its successor.',
    });
  }
}

/** Thrown when the caller's roles do not carry the permission that an operation needs. */
export class PermissionMissingError extends UserError {
  constructor(permission: string) {
    super({
      code: 'identity.permission-missing',
      status: 403,
      zh: `您的岗位没有“${permission}”权限。`,
      en: `Your roles do not carry the permission "${permission}".`,
      details: { permission },
    });
  }
}
