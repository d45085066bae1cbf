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
