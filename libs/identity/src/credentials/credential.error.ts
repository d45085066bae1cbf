import { type FieldProblem, UserError } from '#libs/platform';

/** Thrown when a new password breaks the policy; every rule that it breaks is named, the user chooses another. */
export class WeakPasswordError extends UserError {
  constructor(fields: readonly FieldProblem[]) {
    super({
      code: 'identity.weak-password',
      zh: `新密码不符合密码策略：${fields.map(({ zh }) => zh).join('；')}。`,
      en: `The new password breaks the policy: ${fields.map(({ en }) => en).join('; ')}.`,
      fields,
    });
  }
}

/** Thrown when the old password, asked for again before a change, is wrong; the user types it again. */
export class WrongPasswordError extends UserError {
  constructor() {
    super({
      code: 'identity.wrong-password',
      zh: '当前密码不正确，请核对后重新输入。',
      en: 'The current password is wrong; check it and try again.',
      fields: [{ field: '/password', rule: 'current', zh: '当前密码不正确', en: 'the current password is wrong' }],
    });
  }
}

/**
 * Thrown when a reset code is unknown, used, replaced or too old, or is not for that account; says no more, so that
 * accounts cannot be guessed. The administrator of the organisation issues another.
 */
export class BadResetCodeError extends UserError {
  constructor() {
    super({
      code: 'identity.bad-reset-code',
      zh: '账号与重置码不匹配，或重置码已使用、已过期；请核对，或请本单位管理员重新生成。',
      en: 'Account and code do not fit, or the code was used or is too old; check them, or ask the administrator for another.',
      fields: [{ field: '/code', rule: 'valid', zh: '重置码无效', en: 'not a valid code' }],
    });
  }
}

/** Thrown when a user is not there, or is out of the caller's reach; the caller looks for the right one. */
export class UnknownUserError extends UserError {
  constructor() {
    super({
      code: 'identity.unknown-user',
      status: 404,
      zh: '没有这个用户，或该用户不在您的管理范围内。',
      en: 'There is no such user, or it is not yours to administer.',
      fields: [{ field: '/id', rule: 'visible', zh: '用户不存在', en: 'no such user' }],
    });
  }
}

/** Thrown when an administrator resets the own account; there are ways for that which ask for what one knows or has. */
export class OwnAccountError extends UserError {
  constructor() {
    super({
      code: 'identity.own-account',
      status: 403,
      zh: '不能对本人账号执行此操作，请使用“账户”页面，或请其他管理员办理。',
      en: 'Not for one’s own account: use the account page, or ask another administrator.',
    });
  }
}
