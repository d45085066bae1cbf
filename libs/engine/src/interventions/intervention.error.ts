import { UserError } from '#libs/platform';

/** Thrown when the case does not stand so that the intervention makes sense. */
export class CaseStandingError extends UserError {
  constructor(reason: 'ended' | 'running' | 'finished' | 'not-suspended') {
    const texts = {
      ended: ['案件已结束，无法进行该操作；如需恢复请申请唤醒。', 'The case has ended; ask for it to be woken first.'],
      running: ['案件正在办理，无需唤醒。', 'The case is running; there is nothing to wake.'],
      finished: ['案件已正常办结，不能唤醒；请另行立项。', 'The case came to its own end and cannot be woken.'],
      'not-suspended': ['案件没有因该原因挂起，无需激活。', 'The case is not suspended for that cause.'],
    } as const;
    const [zh, en] = texts[reason];
    super({ code: `engine.case-${reason}`, status: 409, zh, en });
  }
}

/** Thrown when a jump would pass by a period that the law sets, or goes where the process cannot be sent. */
export class JumpRefusedError extends UserError {
  constructor(reason: 'lawful-wait' | 'unknown-state' | 'separated', state: string, law = '') {
    const texts = {
      'lawful-wait': [`跳转到“${state}”将越过法定期限（${law}），不能跳转。`, `passes by a period set by law (${law})`],
      'unknown-state': [`流程中没有可进入的环节“${state}”。`, 'is not a state that can be entered'],
      separated: [`跳转到“${state}”将越过职责分离环节，不能跳转。`, 'passes by a step that keeps duties apart'],
    } as const;
    const [zh, en] = texts[reason];
    super({
      code: `engine.jump-${reason}`,
      status: 409,
      zh,
      en: `A jump to "${state}" ${en}.`,
      details: { state, law },
      fields: [{ field: '/state', rule: reason, zh, en }],
    });
  }
}

/** Thrown when the one who asked also wants to agree: every intervention needs a second person. */
export class SecondPersonError extends UserError {
  constructor() {
    super({
      code: 'engine.second-person',
      status: 403,
      zh: '干预须由申请人以外的第二人确认。',
      en: 'An intervention must be confirmed by a person other than the one who asked for it.',
    });
  }
}

/** Thrown when an intervention was already decided. */
export class InterventionDecidedError extends UserError {
  constructor(status: string) {
    super({
      code: 'engine.intervention-decided',
      status: 409,
      zh: '该干预申请已处理，请刷新后查看结果。',
      en: `This intervention is already ${status}; reload to see it.`,
      details: { status },
    });
  }
}

/** Thrown when a wish lacks what its kind needs. */
export class WishIncompleteError extends UserError {
  constructor(field: 'state' | 'cause') {
    super({
      code: 'engine.wish-incomplete',
      zh: field === 'state' ? '跳转须指明目标环节（state）。' : '挂起、激活须指明法定原因（cause）。',
      en: field === 'state' ? 'A jump names the state to enter.' : 'A suspension names its legal cause.',
      fields: [{ field: `/${field}`, rule: 'required', zh: '必填', en: 'is required' }],
    });
  }
}

/** Thrown when the initiator may not cancel any more, or is not the initiator. */
export class CancelRefusedError extends UserError {
  constructor(reason: 'not-initiator' | 'acted-on' | 'not-allowed') {
    const texts = {
      'not-initiator': ['只有发起人可以撤销。', 'Only the initiator may cancel.'],
      'acted-on': [
        '已有他人办理，不能撤销；请联系办理人退回，或申请终止。',
        'Others have acted; ask for a return or a termination.',
      ],
      'not-allowed': ['当前环节不允许撤销。', 'The process does not allow cancelling here.'],
    } as const;
    const [zh, en] = texts[reason];
    super({ code: `engine.cancel-${reason}`, status: 409, zh, en });
  }
}

/** Thrown when somebody wants to intervene whose organisation is neither the purchaser nor above it. */
export class InterventionForbiddenError extends UserError {
  constructor(purchaser: string) {
    super({
      code: 'engine.intervention-forbidden',
      status: 403,
      zh: `只有“${purchaser}”及其上级主管部门可以干预本案件。`,
      en: `Only "${purchaser}" and its superiors may intervene in this case.`,
      details: { purchaser },
    });
  }
}

/** Thrown when a case is to stand still for a cause that no deadline of its processes lists; the caller names one of them. */
export class UnknownCauseError extends UserError {
  constructor(cause: string, causes: readonly string[]) {
    super({
      code: 'engine.unknown-cause',
      zh: `本案各期限未将“${cause}”列为可暂停的法定原因；可选：${causes.join('、') || '无'}。`,
      en: `No deadline of this case may stand still for "${cause}"; possible: ${causes.join(', ') || 'none'}.`,
      details: { cause, causes },
      fields: [{ field: '/cause', rule: 'known', zh: '不是本案可暂停的原因', en: 'is no cause of this case' }],
    });
  }
}
