import { UserError } from '#libs/platform';

/** Thrown when nobody on the team is a certified social worker; the contractor adds one. */
export class NoSocialWorkerError extends UserError {
  constructor() {
    super({
      code: 'monitoring.no-social-worker',
      zh: '服务团队中至少应有一名社会工作者并填写职业资格证书编号；请补充。',
      en: 'The team needs at least one social worker with the number of their certificate; add one.',
      fields: [
        {
          field: '/members',
          rule: 'certified-social-worker',
          zh: '缺少持证社会工作者',
          en: 'no certified social worker',
        },
      ],
    });
  }
}
