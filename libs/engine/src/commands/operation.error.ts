import { UserError } from '#libs/platform';

/** Thrown when the definition does not allow the operation on this task, or there is nothing to go back to. */
export class OperationNotAllowedError extends UserError {
  constructor(operation: string, task: string) {
    super({
      code: 'engine.operation-not-allowed',
      zh: `“${task}”不允许${operation},或没有可${operation}的环节。`,
      en: `The operation ${operation} is not allowed on "${task}", or there is nothing to go back to.`,
      details: { operation, task },
    });
  }
}

/** Thrown when the step named for 退回 is not an earlier step of the same branch; the caller picks one of those listed. */
export class ReturnTargetError extends UserError {
  constructor(to: string, targets: readonly string[]) {
    super({
      code: 'engine.return-target',
      zh: `不能退回到“${to}”;可退回:${targets.join('、')}。`,
      en: `Cannot return to "${to}"; possible: ${targets.join(', ')}.`,
      details: { to, targets },
      fields: [
        { field: '/to', rule: 'earlierStep', zh: '不是本分支已办环节', en: 'not an earlier step of this branch' },
      ],
    });
  }
}

/** Thrown when a step can no longer be withdrawn; says what has happened since. */
export class WithdrawRefusedError extends UserError {
  constructor(reason: 'not-yours' | 'acted-on' | 'has-effects' | 'not-allowed') {
    const texts = {
      'not-yours': ['该环节不是由您办理,不能撤回。', 'You did not do this step.'],
      'acted-on': ['后续环节已有人办理或流程已推进,不能撤回。', 'The process has moved on since.'],
      'has-effects': [
        '该环节已产生记账、公告等结果,不能撤回;请走退回或更正。',
        'The step had effects (postings, notices) that cannot be taken back.',
      ],
      'not-allowed': ['该环节不允许撤回。', 'The definition does not allow this step to be withdrawn.'],
    } as const;
    const [zh, en] = texts[reason];
    super({ code: `engine.withdraw-${reason}`, status: 409, zh, en });
  }
}
