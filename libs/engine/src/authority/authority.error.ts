import type { Delegation } from '#libs/identity';
import { UserError } from '#libs/platform';

/** Thrown when the caller sees the case but does not have the role that the step asks for. */
export class NotYourTaskError extends UserError {
  constructor(state: string, needed: string) {
    super({
      code: 'engine.not-your-task',
      status: 403,
      zh: `您不是“${state}”环节的办理人（需要：${needed}），不能执行此操作。`,
      en: `You are not among those who act at "${state}" (needed: ${needed}).`,
      details: { state, needed },
      fields: [{ field: '/id', rule: 'assignee', zh: `需要：${needed}`, en: `needed: ${needed}` }],
    });
  }
}

/** Thrown when separation of duties forbids the same person to do two steps; another person must act. */
export class SeparationOfDutiesError extends UserError {
  constructor(state: string, earlier: string, whose: 'own' | 'principal' = 'own') {
    const [zh, en] = whose === 'own' ? ['您', 'you'] : ['委托人', 'the person for whom you act'];
    super({
      code: 'engine.separation-of-duties',
      status: 403,
      zh: `不相容岗位分离：${zh}已办理“${earlier}”，不得再办理“${state}”；请由其他人员办理。`,
      en: `Separation of duties: ${en} did "${earlier}", so you may not do "${state}"; another person must.`,
      details: { state, earlier, whose },
      fields: [
        { field: '/id', rule: 'separation-of-duties', zh: `${zh}已办理“${earlier}”`, en: `${en} did "${earlier}"` },
      ],
    });
  }
}

/** Thrown when a conflict of interest was declared that keeps the caller, or its principal, from the case; another acts. */
export class RecusedError extends UserError {
  constructor(state: string, whose: 'own' | 'principal') {
    const [zh, en] = whose === 'own' ? ['您', 'you'] : ['委托人', 'the person for whom you act'];
    super({
      code: 'engine.recused',
      status: 403,
      zh: `${zh}对本案已申报回避，不得办理“${state}”；请由其他人员办理。`,
      en: `A conflict of interest was declared: ${en} may not do "${state}"; another person must.`,
      details: { state, whose },
      fields: [{ field: '/id', rule: 'recusal', zh: '已申报回避', en: 'recused' }],
    });
  }
}

/** Thrown when somebody acts by a delegation that has run out, was revoked, or has not begun; a new one cures it. */
export class DelegationNotInForceError extends UserError {
  constructor(state: string, { documentNumber, firstDay, lastDay, revokedAt }: Delegation) {
    const zh = revokedAt ? '已撤销' : `有效期为 ${firstDay} 至 ${lastDay}`;
    const en = revokedAt ? 'was revoked' : `holds from ${firstDay} to ${lastDay}`;
    super({
      code: 'engine.delegation-not-in-force',
      status: 403,
      zh: `代理文号“${documentNumber}”${zh}，不能据此办理“${state}”；请由委托人本人办理，或重新设置代理。`,
      en: `The delegation "${documentNumber}" ${en}, so you may not do "${state}" by it; the principal acts, or delegates again.`,
      details: { state, documentNumber, firstDay, lastDay, revokedAt },
      fields: [{ field: '/id', rule: 'delegation', zh, en }],
    });
  }
}
