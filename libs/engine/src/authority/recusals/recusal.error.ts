import { UserError } from '#libs/platform';

/** Thrown when the case, organisation or person of a conflict does not exist or is not for the caller's eyes. */
export class RecusalSubjectError extends UserError {
  constructor(kind: string, id: number) {
    super({
      code: 'engine.recusal-subject-not-found',
      status: 404,
      zh: `没有编号为 ${id} 的回避对象（${kind}），或您无权查看。`,
      en: `There is no ${kind} ${id}, or you may not see it.`,
      details: { kind, id },
      fields: [
        { field: '/subjectId', rule: 'visible', zh: '不存在或无权查看', en: 'not there, or not for the caller' },
      ],
    });
  }
}

/** Thrown when somebody declares or lifts a conflict of another without the right to; whoever manages recusals can. */
export class NotTheirRecusalError extends UserError {
  constructor() {
    super({
      code: 'engine.recusal-not-theirs',
      status: 403,
      zh: '只能为本人申报回避；为本单位他人申报或解除回避，须有“管理本单位回避”权限。',
      en: 'One declares one’s own conflicts; for others of one’s organisation, and to lift any, recusals.manage is needed.',
    });
  }
}

/** Thrown when a person would lift a conflict of its own; somebody else of the organisation decides that. */
export class OwnRecusalError extends UserError {
  constructor() {
    super({
      code: 'engine.recusal-own',
      status: 403,
      zh: '不能解除本人的回避；请由本单位其他有权人员决定。',
      en: 'Nobody lifts a conflict of one’s own; another person of the organisation decides.',
    });
  }
}

/** Thrown when a recusal does not exist or is none of the caller's business: both look the same from outside. */
export class UnknownRecusalError extends UserError {
  constructor(id: number) {
    super({
      code: 'engine.recusal-not-found',
      status: 404,
      zh: `没有编号为 ${id} 的回避记录，或您无权查看。`,
      en: `There is no recusal ${id}, or you may not see it.`,
      details: { id },
    });
  }
}

/** Thrown when a recusal was lifted before; there is nothing left to lift. */
export class RecusalLiftedError extends UserError {
  constructor(id: number) {
    super({
      code: 'engine.recusal-lifted',
      status: 409,
      zh: '该回避已解除。',
      en: 'This recusal was lifted before.',
      details: { id },
    });
  }
}
