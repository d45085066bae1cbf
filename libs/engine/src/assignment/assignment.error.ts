import { UserError } from '#libs/platform';

/** Thrown when only the initiator could have a step that must not be one's own. */
export class InitiatorAssignedError extends UserError {
  constructor(state: string) {
    super({
      code: 'engine.initiator-assigned',
      status: 409,
      zh: `环节“${state}”只有发起人可办理，按规定不得由发起人办理；请先在该岗位配置其他人员。`,
      en: `Only the initiator could do "${state}", and that is not allowed; put another person in the post first.`,
      details: { state },
    });
  }
}

/** Thrown when somebody who was drawn declines and nobody is left in the pool; the pool must be enlarged first. */
export class NobodyLeftToDrawError extends UserError {
  constructor(task: string) {
    super({
      code: 'engine.nobody-left-to-draw',
      status: 409,
      zh: `“${task}”的抽取名单中已无其他可抽取人员，不能另抽；请补充名单后由管理人员处理。`,
      en: `Nobody is left in the pool of "${task}"; enlarge the pool and let an administrator act.`,
      details: { task },
    });
  }
}
