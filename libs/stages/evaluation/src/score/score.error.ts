import { DefectError, UserError } from '#libs/platform';

/** Thrown when the indicators of a definition or region do not make 100 points; whoever wrote them can cure it. */
export class IndicatorTreeError extends DefectError {
  constructor(points: number) {
    super({
      code: 'evaluation.indicator-tree',
      zh: `绩效指标体系分值合计 ${points} 分，应为 100 分；请修改流程参数。`,
      en: `The indicators add up to ${points} points instead of 100; correct the parameter.`,
      details: { points },
    });
  }
}

/** Thrown when an indicator is not scored exactly once; the scorer completes the sheet. */
export class ScoresIncompleteError extends UserError {
  constructor(titles: readonly string[]) {
    super({
      code: 'evaluation.scores-incomplete',
      zh: `每项指标应评分一次，请核对：${titles.join('、')}。`,
      en: `Each indicator is scored exactly once; look at: ${titles.join(', ')}.`,
      details: { titles },
      fields: [
        { field: '/scores', rule: 'covers-each-once', zh: '每项指标评分一次', en: 'each indicator exactly once' },
      ],
    });
  }
}

/** Thrown when a score is above the points of its indicator; the scorer corrects it. */
export class ScoreAbovePointsError extends UserError {
  constructor(field: string, title: string, points: number) {
    super({
      code: 'evaluation.score-above-points',
      zh: `指标“${title}”的得分不得超过 ${points} 分；请更正。`,
      en: `The indicator "${title}" has at most ${points} points; correct the score.`,
      fields: [{ field, rule: 'maximum', zh: `不超过 ${points} 分`, en: `at most ${points} points` }],
    });
  }
}
