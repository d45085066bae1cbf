import { UserError } from '#libs/platform';

/** Thrown when a login is in use; the administrator chooses another. */
export class LoginTakenError extends UserError {
  constructor(login: string) {
    super({
      code: 'identity.login-taken',
      status: 409,
      zh: `用户名“${login}”已被使用，请另选一个。`,
      en: `The login "${login}" is taken; choose another.`,
      details: { login },
      fields: [{ field: '/login', rule: 'unique', zh: '用户名已被使用', en: 'the login is taken' }],
    });
  }
}

/** Thrown when an organisation with that credit code is there already; the administrator changes that one. */
export class CreditCodeTakenError extends UserError {
  constructor(creditCode: string) {
    super({
      code: 'identity.credit-code-taken',
      status: 409,
      zh: `统一社会信用代码“${creditCode}”的单位已存在，请直接修改该单位。`,
      en: `An organisation with the credit code "${creditCode}" is there already; change that one.`,
      details: { creditCode },
      fields: [{ field: '/creditCode', rule: 'unique', zh: '单位已存在', en: 'there is such an organisation' }],
    });
  }
}

/** Thrown when an organisation cannot be of that kind; config/roles.yaml lists the kinds. */
export class UnknownKindError extends UserError {
  constructor(kind: string) {
    super({
      code: 'identity.unknown-kind',
      zh: `没有单位类型“${kind}”，请从单位类型列表中选择。`,
      en: `There is no kind of organisation "${kind}"; choose one of the list.`,
      details: { kind },
      fields: [{ field: '/kind', rule: 'known', zh: '单位类型不存在', en: 'no such kind' }],
    });
  }
}

/** Thrown when users are to join an organisation that is closed; it is opened first. */
export class OrganisationClosedError extends UserError {
  constructor(name: string) {
    super({
      code: 'identity.organisation-closed',
      status: 409,
      zh: `单位“${name}”已停用，请先恢复该单位。`,
      en: `The organisation "${name}" is closed; open it first.`,
      details: { name },
    });
  }
}

/** Thrown when an organisation of that kind does not have the role; config/roles.yaml says which it has. */
export class RoleNotOfKindError extends UserError {
  constructor(role: { readonly name: string; readonly title: string }, kindTitle: string) {
    super({
      code: 'identity.role-not-of-kind',
      zh: `“${kindTitle}”没有岗位“${role.title}”，请选择该类单位已有的岗位。`,
      en: `Organisations of the kind "${kindTitle}" have no role "${role.name}"; choose one that they have.`,
      details: { role: role.name },
      fields: [{ field: '/roles', rule: 'ofKind', zh: '该类单位没有这个岗位', en: 'no role of that kind' }],
    });
  }
}

/** Thrown when one person would have two roles that must lie in different hands (三权分立); another person takes the second. */
export class ExclusiveRolesError extends UserError {
  constructor(titles: readonly string[], roles: readonly string[]) {
    super({
      code: 'identity.exclusive-roles',
      zh: `${titles.map((title) => `“${title}”`).join('与')}须由不同的人担任（三权分立），请另选人员。`,
      en: `One person cannot be ${roles.join(' and ')}: these must lie in different hands. Choose another person.`,
      details: { roles },
      fields: [{ field: '/roles', rule: 'exclusive', zh: '岗位互斥', en: 'roles that exclude each other' }],
    });
  }
}

/** Thrown when a request for a role was decided before, or is not there; the list is read again. */
export class RoleRequestClosedError extends UserError {
  constructor() {
    super({
      code: 'identity.role-request-closed',
      status: 409,
      zh: '该岗位申请不存在或已处理，请刷新列表。',
      en: 'There is no such request for a role, or it was decided already; read the list again.',
    });
  }
}

/** Thrown when somebody decides on a role that the same person asked for; a second person decides. */
export class OwnRequestError extends UserError {
  constructor() {
    super({
      code: 'identity.own-request',
      status: 403,
      zh: '不能授予本人申请的岗位，请由另一位安全管理员办理。',
      en: 'What one has asked for oneself is granted by somebody else.',
    });
  }
}
