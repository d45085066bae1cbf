import { UserError } from '#libs/platform';

/** Thrown when a township of the need's numbers lies outside the purchaser's division, or stands there twice; the officer corrects it. */
export class NeedNumberError extends UserError {
  constructor(index: number, township: string, rule: 'within-division' | 'once') {
    const zh = rule === 'once' ? `乡镇(街道) ${township} 重复填写` : `乡镇(街道) ${township} 不在本单位辖区内`;
    const en =
      rule === 'once' ? `township ${township} stands there twice` : `township ${township} is outside the division`;
    super({
      code: 'application.need-number',
      zh: `需求测算第 ${index + 1} 行:${zh};请更正。`,
      en: `Line ${index + 1} of the need's numbers: ${en}; correct it.`,
      details: { line: index + 1, township },
      fields: [{ field: `/needNumbers/${index}/township`, rule, zh, en }],
    });
  }
}

/** Thrown when a problem is said to have been found later than today; a project starts from a problem that exists. */
export class ProblemInFutureError extends UserError {
  constructor(foundOn: string, today: string) {
    super({
      code: 'application.problem-in-future',
      zh: `问题发现日期 ${foundOn} 晚于今天 ${today};应先有问题记录,后有项目。`,
      en: `The problem was found on ${foundOn}, after today (${today}); the problem comes before the project.`,
      details: { foundOn, today },
      fields: [{ field: '/problem/foundOn', rule: 'not-in-future', zh: `不得晚于 ${today}`, en: `not after ${today}` }],
    });
  }
}
