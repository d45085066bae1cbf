import { UserError } from '#libs/platform';

/** Thrown when the pool has fewer experts than the panel needs; the purchaser asks for another pool. */
export class PoolTooSmallError extends UserError {
  constructor(available: number, needed: number) {
    super({
      code: 'procurement.pool-too-small',
      zh: `专家库可抽取 ${available} 人，需要 ${needed} 人；请补充专家后再抽取。`,
      en: `The pool has ${available} experts left, ${needed} are needed; add experts first.`,
      details: { available, needed },
    });
  }
}

/** Thrown when an expert of the pool who was not drawn, or who has stepped back, acts as a member. */
export class NotOnPanelError extends UserError {
  constructor() {
    super({
      code: 'procurement.not-on-panel',
      status: 403,
      zh: '您不是本项目磋商小组成员，或已回避，不能办理此事项。',
      en: 'You are not a member of this panel, or you have stepped back.',
    });
  }
}
