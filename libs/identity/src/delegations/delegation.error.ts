import { UserError } from '#libs/platform';

/** Thrown when somebody names oneself as substitute; the caller names another person. */
export class DelegationToOneselfError extends UserError {
  constructor() {
    super({
      code: 'identity.delegation-to-oneself',
      zh: '不能委托给本人；请另选代理人。',
      en: 'One cannot delegate to oneself; name another person.',
      fields: [{ field: '/delegateId', rule: 'another', zh: '不能是本人', en: 'must be another person' }],
    });
  }
}

/** Thrown when the substitute has, for some of these days, delegated back to the principal; other days or persons cure it. */
export class DelegationCircleError extends UserError {
  constructor(documentNumbers: readonly string[]) {
    super({
      code: 'identity.delegation-circle',
      status: 409,
      zh: `委托形成循环：该代理人在上述期间内已（经由文号${documentNumbers.join('、')}）委托回委托人；请改期或另选代理人。`,
      en: `The delegation closes a circle: by ${documentNumbers.join(', ')} the substitute’s work comes back to the principal on these days; choose other days or another person.`,
      details: { documentNumbers },
      fields: [{ field: '/delegateId', rule: 'circle', zh: '形成循环委托', en: 'closes a circle' }],
    });
  }
}

/** Thrown when roles are passed on that the principal only has by delegation, further than config/delegation.yaml allows. */
export class DelegationDepthError extends UserError {
  constructor(roles: readonly string[], depth: number) {
    super({
      code: 'identity.delegation-depth',
      zh: `代理所得的职权不得再转委托（岗位：${roles.join('、')}；最多 ${depth} 层）；请由原委托人另行委托。`,
      en: `What one has by delegation cannot be passed on (roles: ${roles.join(', ')}; at most ${depth} hands); the first principal must delegate.`,
      details: { roles, depth },
      fields: [{ field: '/roles', rule: 'depth', zh: '超过委托层级', en: 'too many hands' }],
    });
  }
}

/** Thrown when roles are named that the principal does not have or must exercise in person; the caller leaves them out. */
export class DelegationRolesError extends UserError {
  constructor(reason: 'not-held' | 'personal', roles: readonly string[]) {
    const list = roles.join('、');
    super({
      code: `identity.delegation-roles-${reason}`,
      zh: reason === 'personal' ? `以下岗位须由本人履职，不得委托：${list}。` : `委托人没有以下岗位：${list}。`,
      en:
        reason === 'personal'
          ? `These roles are exercised in person and cannot be delegated: ${roles.join(', ')}.`
          : `The principal does not have these roles: ${roles.join(', ')}.`,
      details: { roles },
      fields: [{ field: '/roles', rule: reason, zh: list, en: roles.join(', ') }],
    });
  }
}

/** Thrown when the named person may not act for the principal; another person, or a change of config/delegation.yaml, cures it. */
export class DelegateNotEligibleError extends UserError {
  constructor(reason: 'unknown' | 'disabled' | 'kind' | 'role' | 'reach') {
    const texts = {
      unknown: ['没有这名用户', 'there is no such user'],
      disabled: ['该用户已停用', 'the user is disabled'],
      kind: ['该用户所在类别的单位不得代他人办理', 'people of that kind of organisation may not act for others'],
      role: ['该用户的岗位不得代他人办理', 'the role of that person may not act for others'],
      reach: ['代理人应与委托人同属规定范围', 'the substitute must come from within the reach that the rules set'],
    } as const;
    const [zh, en] = texts[reason];
    super({
      code: 'identity.delegate-not-eligible',
      zh: `不能委托给该人员：${zh}；请另选代理人。`,
      en: `That person may not be the substitute: ${en}; name another.`,
      details: { reason },
      fields: [{ field: '/delegateId', rule: reason, zh, en }],
    });
  }
}

/** Thrown when the days are past, in the wrong order, or too many; the caller chooses others. */
export class DelegationDaysError extends UserError {
  constructor(reason: 'past' | 'order' | 'too-long', maximumDays: number) {
    const texts = {
      past: ['起始日期不得早于今天', 'the first day is past'],
      order: ['结束日期不得早于起始日期', 'the last day lies before the first'],
      'too-long': [`代理期限不得超过 ${maximumDays} 天`, `a delegation may run at most ${maximumDays} days`],
    } as const;
    const [zh, en] = texts[reason];
    super({
      code: `identity.delegation-days-${reason}`,
      zh: `${zh}；请修改日期。`,
      en: `Change the days: ${en}.`,
      details: { maximumDays },
      fields: [{ field: reason === 'past' ? '/firstDay' : '/lastDay', rule: reason, zh, en }],
    });
  }
}

/** Thrown when the same work is already delegated on some of these days; the other delegation is revoked first. */
export class DelegationOverlapError extends UserError {
  constructor(id: number, documentNumber: string) {
    super({
      code: 'identity.delegation-overlap',
      status: 409,
      zh: `同一期间、同一范围的职权已按文号“${documentNumber}”委托他人；请先撤销该委托，或调整日期、范围。`,
      en: `The same work is already delegated on these days by "${documentNumber}"; revoke that first, or change days or scope.`,
      details: { id, documentNumber },
      fields: [{ field: '/firstDay', rule: 'overlap', zh: '期间重叠', en: 'overlaps' }],
    });
  }
}

/** Thrown when a division is named that does not exist; the caller names one that does. */
export class DelegationDivisionError extends UserError {
  constructor(codes: readonly string[]) {
    super({
      code: 'identity.delegation-division',
      zh: `没有代码为${codes.join('、')}的行政区划。`,
      en: `There is no division ${codes.join(', ')}.`,
      details: { codes },
      fields: [{ field: '/divisions', rule: 'exists', zh: '区划不存在', en: 'no such division' }],
    });
  }
}

/** Thrown when somebody delegates for another without the right to; that person, or whoever manages the organisation, can. */
export class NotTheirDelegationError extends UserError {
  constructor() {
    super({
      code: 'identity.delegation-not-theirs',
      status: 403,
      zh: '只能为本人设置代理；为本单位他人设置须有“管理本单位代理”权限。',
      en: 'One delegates for oneself; for others of one’s organisation the permission delegations.manage is needed.',
      fields: [{ field: '/principalId', rule: 'own', zh: '不是本人', en: 'is another person' }],
    });
  }
}

/** Thrown when a delegation does not exist or is none of the caller's business: both look the same from outside. */
export class UnknownDelegationError extends UserError {
  constructor(id: number) {
    super({
      code: 'identity.delegation-not-found',
      status: 404,
      zh: `没有编号为 ${id} 的委托，或您无权查看。`,
      en: `There is no delegation ${id}, or you may not see it.`,
      details: { id },
    });
  }
}

/** Thrown when a delegation is over already; there is nothing left to revoke. */
export class DelegationOverError extends UserError {
  constructor(id: number) {
    super({
      code: 'identity.delegation-over',
      status: 409,
      zh: '该委托已撤销或已到期，无须再撤销。',
      en: 'The delegation was revoked or has run out; there is nothing to revoke.',
      details: { id },
    });
  }
}
