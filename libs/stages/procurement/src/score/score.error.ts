import { UserError } from '#libs/platform';

/** Thrown when a score sheet does not cover each response or criterion exactly once; the expert completes it. */
export class SheetIncompleteError extends UserError {
  constructor(field: string, zh: string, en: string) {
    super({
      code: 'procurement.sheet-incomplete',
      zh: `评分表不完整：${zh}。`,
      en: `The score sheet is not complete: ${en}.`,
      fields: [{ field, rule: 'covers-each-once', zh, en }],
    });
  }
}

/** Thrown when points exceed those of the criterion; the expert corrects them. */
export class PointsAboveCriterionError extends UserError {
  constructor(field: string, criterion: string, most: number) {
    super({
      code: 'procurement.points-above-criterion',
      zh: `评审因素“${criterion}”的得分不得超过 ${most} 分；请更正。`,
      en: `The criterion "${criterion}" has at most ${most} points; correct the score.`,
      fields: [{ field, rule: 'maximum', zh: `不超过 ${most} 分`, en: `at most ${most}` }],
    });
  }
}
