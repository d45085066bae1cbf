import { DefectError, UserError } from '#libs/platform';

/** Thrown when the place named for 驳回 is none of those that the definition and the case allow; pick one of those. */
export class RejectTargetError extends UserError {
  constructor(to: string, places: readonly string[]) {
    super({
      code: 'engine.reject-target',
      zh: `不能驳回到“${to}”；可驳回到：${places.join('、') || '无'}。`,
      en: `Cannot reject to "${to}"; possible: ${places.join(', ') || 'none'}.`,
      details: { to, places },
      fields: [{ field: '/to', rule: 'allowedPlace', zh: '不是可驳回的环节', en: 'not a step to reject to' }],
    });
  }
}

/** Why a step is not taken back. */
export type TakeBackRefusal = 'not-yours' | 'acted-on' | 'has-effects' | 'not-allowed' | 'draft';

const TAKE_BACK: Readonly<Record<TakeBackRefusal, readonly [zh: string, en: string]>> = {
  'not-yours': ['该环节不是由您提交，不能拿回。', 'You did not send this step on.'],
  'acted-on': [
    '下一办理人已认领或已办理，不能拿回；请与其沟通后由其退回。',
    'The next person has claimed it or acted; ask for it to be returned.',
  ],
  'has-effects': [
    '该环节已产生记账、公告等结果，不能拿回；请走退回或更正。',
    'The step had effects (postings, notices) that cannot be taken back.',
  ],
  'not-allowed': ['该环节不允许拿回。', 'The definition does not allow this step to be taken back.'],
  draft: [
    '下一办理人已开始填写（已暂存），不能拿回；请与其沟通后由其退回。',
    'The next person has begun to fill it in; ask for it to be returned.',
  ],
};

/** Thrown when a step cannot be taken back (any more); says what stands in the way. */
export class TakeBackRefusedError extends UserError {
  constructor(refusal: TakeBackRefusal) {
    const [zh, en] = TAKE_BACK[refusal];
    super({ code: `engine.take-back-${refusal}`, status: 409, zh, en });
  }
}

/** Thrown when an open task belongs to an instance that does not run; we must look at the case. */
export class InstanceGoneError extends DefectError {
  constructor(instanceId: number) {
    super({
      code: 'engine.instance-gone',
      zh: `待办所属流程 ${instanceId} 已不在运行。`,
      en: `The process ${instanceId} of the task does not run.`,
      details: { instanceId },
    });
  }
}
