import { UserError } from '#libs/platform';

/** Thrown when the caller sees the case but does not have the role that the step asks for. */
export class NotYourTaskError extends UserError {
  constructor(state: string, needed: string) {
    super({
      code: 'engine.not-your-task',
      status: 403,
      zh: `您不是“${state}”环节的办理人(需要:${needed}),不能执行此操作。`,
      en: `You are not among those who act at "${state}" (needed: ${needed}).`,
      details: { state, needed },
      fields: [{ field: '/id', rule: 'assignee', zh: `需要:${needed}`, en: `needed: ${needed}` }],
    });
  }
}

/** Thrown when separation of duties forbids the same person to do two steps; another person must act. */
export class SeparationOfDutiesError extends UserError {
  constructor(state: string, earlier: string) {
    super({
      code: 'engine.separation-of-duties',
      status: 403,
      zh: `不相容岗位分离:您已办理“${earlier}”,不得再办理“${state}”;请由其他人员办理。`,
      en: `Separation of duties: you did "${earlier}", so you may not do "${state}"; another person must.`,
      details: { state, earlier },
      fields: [{ field: '/id', rule: 'separation-of-duties', zh: `您已办理“${earlier}”`, en: `you did "${earlier}"` }],
    });
  }
}
