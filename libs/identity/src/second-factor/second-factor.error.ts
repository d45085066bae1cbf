import { UserError } from '#libs/platform';

const CODE_FIELD = '/code';

/** Thrown when the password was right and the account has a second factor: the client asks for the code and sends both. */
export class CodeRequiredError extends UserError {
  constructor() {
    super({
      code: 'identity.code-required',
      status: 401,
      zh: '请输入动态口令（或一个恢复码）。',
      en: 'Enter the code of your authenticator, or a recovery code.',
      fields: [{ field: CODE_FIELD, rule: 'required', zh: '请输入动态口令', en: 'enter the code' }],
    });
  }
}

/** Thrown when a code is wrong, too old or was taken before; the next one of the authenticator is tried. */
export class WrongCodeError extends UserError {
  constructor(status: 401 | 422 = 401) {
    super({
      code: 'identity.wrong-code',
      status,
      zh: '动态口令不正确、已过期或已使用过；请等待下一个动态口令，并核对手机时间。',
      en: 'The code is wrong, too old or was used; wait for the next one, and check the time of your phone.',
      fields: [{ field: CODE_FIELD, rule: 'valid', zh: '动态口令不正确', en: 'not a valid code' }],
    });
  }
}

/** Thrown when a second factor is set up that stands already; it is removed first. */
export class SecondFactorStandsError extends UserError {
  constructor() {
    super({
      code: 'identity.second-factor-stands',
      status: 409,
      zh: '已绑定动态口令；如需更换，请先解除绑定。',
      en: 'A second factor is set up already; remove it first.',
    });
  }
}

/** Thrown when a code is to be proved or a factor removed that was not set up; it is set up first. */
export class NoSecondFactorError extends UserError {
  constructor() {
    super({
      code: 'identity.no-second-factor',
      status: 409,
      zh: '尚未绑定动态口令。',
      en: 'No second factor is set up.',
    });
  }
}

/** Thrown when somebody whose role requires a second factor takes it away; the security administrator can replace it. */
export class SecondFactorRequiredByRoleError extends UserError {
  constructor() {
    super({
      code: 'identity.second-factor-required-by-role',
      status: 403,
      zh: '您的岗位要求双因素登录，不能自行解除；更换手机请联系安全管理员。',
      en: 'Your role requires a second factor; to replace it, ask the security administrator.',
    });
  }
}
