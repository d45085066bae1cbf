import { UserError } from '#libs/platform';

/** Thrown when somebody other than the contractor's social worker writes the log. */
export class NotTheirLogError extends UserError {
  constructor() {
    super({
      code: 'monitoring.not-their-log',
      status: 403,
      zh: '服务日志只能由承接方有登记权限的社会工作者填写。',
      en: "Only the contractor's social workers write the service log.",
    });
  }
}

/** Thrown when a log names a village that is not there or lies outside the project's county. */
export class VillageOutsideError extends UserError {
  constructor(villageCode: string) {
    super({
      code: 'monitoring.village-outside',
      zh: `村（社区）代码 ${villageCode} 不存在或不在本项目所在区域；请更正。`,
      en: `There is no village ${villageCode} in the project's area; correct the code.`,
      details: { villageCode },
      fields: [
        { field: '/villageCode', rule: 'village-of-project', zh: '代码不存在或不在项目区域', en: 'not in the area' },
      ],
    });
  }
}
