import { UserError } from '#libs/platform';

/** Thrown when somebody acts on a supervision who sees it but does not hold the post for that; names the post. */
export class SupervisionRefusedError extends UserError {
  constructor(whose: 'superior' | 'subject', organisation: string) {
    const [zh, en] =
      whose === 'superior'
        ? [`该督办件由“${organisation}”的督办岗位办理`, `this supervision is in the hands of a post of ${organisation}`]
        : [`书面说明由“${organisation}”的承办人或负责人提交`, `the explanation is given by ${organisation}`];
    super({ code: 'engine.supervision-refused', status: 403, zh: `${zh}。`, en: `${en}.`, details: { organisation } });
  }
}

/** Thrown when a supervision was closed, or its task done, before the caller acted; the caller looks again. */
export class SupervisionClosedError extends UserError {
  constructor(id: number, outcome: string | null) {
    super({
      code: 'engine.supervision-closed',
      status: 409,
      zh: '该督办件已办结，本次操作未生效；请刷新后查看。',
      en: 'This supervision is closed; nothing was changed. Reload and look again.',
      details: { id, outcome },
    });
  }
}

const DATE_TEXTS = {
  past: ['新的期限应晚于当前业务时间', 'the new date must lie in the future'],
  'too-far': ['新的期限不得超过一年', 'the new date must lie within a year'],
  'beyond-maximum': ['新的期限超过规定的最长期限', 'the new date lies beyond the longest period allowed'],
  'below-minimum': ['新的期限短于规定的最短期限', 'the new date lies before the shortest period allowed'],
  'no-due': ['该事项没有办理期限', 'the task has no due time'],
} as const;

/** Thrown when a superior sets a date that the law, or sense, does not allow; says which bound and by which law. */
export class DateRefusedError extends UserError {
  constructor(reason: keyof typeof DATE_TEXTS, bound: { readonly date: string | null; readonly law: string | null }) {
    const [zh, en] = DATE_TEXTS[reason];
    const limit = bound.date === null ? '' : `（${bound.date}）`;
    super({
      code: `engine.date-${reason}`,
      zh: `${zh}${limit}；请另选日期，或改用催办、改派、要求书面说明。`,
      en: `${en}${bound.date === null ? '' : ` (${bound.date})`}; choose another date, or urge, reassign or ask why.`,
      details: bound,
      fields: [{ field: '/date', rule: reason, zh: `${zh}${limit}`, en }],
    });
  }
}

/** Thrown when the person named for 改派 may not have the task; says why. */
export class ReassignmentRefusedError extends UserError {
  constructor(reason: 'outside' | 'without-role' | 'separated' | 'recused' | 'has-it' | 'several', name: string) {
    const texts = {
      outside: ['不是被督办单位的在岗人员', 'is not in service at the organisation supervised'],
      'without-role': ['没有办理该环节所需的岗位', 'does not hold the role that this step needs'],
      separated: ['办理过与本环节不相容的环节（职责分离）', 'did a step that excludes this one'],
      recused: ['已对本案申报回避', 'declared a conflict of interest in this case'],
      'has-it': ['已是该事项的办理人', 'has the task already'],
      several: ['该环节由多人会签，请指明由谁改派', 'several people sign here; say whose part is reassigned'],
    } as const;
    const [zh, en] = texts[reason];
    super({
      code: `engine.reassignment-${reason}`,
      zh: `“${name}”${zh}；请另选人员。`,
      en: `"${name}" ${en}; choose another person.`,
      details: { name },
      fields: [{ field: '/to', rule: reason, zh, en }],
    });
  }
}

/** Thrown when an explanation is answered that is not there or was answered already. */
export class ExplanationAnsweredError extends UserError {
  constructor(id: number) {
    super({
      code: 'engine.explanation-answered',
      status: 409,
      zh: '该书面说明已提交或不存在；请刷新后查看。',
      en: 'That explanation was given already or was never asked for; reload and look again.',
      details: { id },
    });
  }
}
