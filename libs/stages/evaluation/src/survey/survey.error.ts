import { UserError } from '#libs/platform';

/** Thrown when too few were asked; the committee asks more. */
export class SampleTooSmallError extends UserError {
  constructor(respondents: number, least: number) {
    super({
      code: 'evaluation.sample-too-small',
      zh: `有效问卷 ${respondents} 份，少于抽样要求的 ${least} 份；请补充调查。`,
      en: `${respondents} answers are fewer than the ${least} that the sample needs; ask more people.`,
      details: { respondents, least },
      fields: [{ field: '/respondents', rule: 'sample-size', zh: `不少于 ${least} 份`, en: `at least ${least}` }],
    });
  }
}

/** Thrown when the counts of a survey do not fit together; the committee corrects them. */
export class SurveyCountsError extends UserError {
  constructor(field: string, zh: string, en: string) {
    super({
      code: 'evaluation.survey-counts',
      zh: `调查数字不一致：${zh};请更正。`,
      en: `The counts do not fit together: ${en}.`,
      fields: [{ field, rule: 'counts', zh, en }],
    });
  }
}
