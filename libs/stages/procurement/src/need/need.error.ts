import { UserError } from '#libs/platform';
import { yuan } from '#libs/projects';

/** Thrown when a price is above the limit that binds it; the caller lowers it. */
export class PriceAboveLimitError extends UserError {
  constructor(field: string, amount: number, limit: number) {
    super({
      code: 'procurement.price-above-limit',
      zh: `${field} 的金额（${yuan(amount)}）超过上限（${yuan(limit)}）；未列入预算的不得采购，请调低金额。`,
      en: `The amount at ${field} (${amount} fen) is above the limit (${limit} fen); lower it.`,
      details: { amount, limit },
      fields: [{ field, rule: 'within-limit', zh: `不得超过 ${yuan(limit)}`, en: `must not exceed ${limit} fen` }],
    });
  }
}

/** Thrown when the criteria and the price do not make 100 points; the caller corrects the points. */
export class CriteriaPointsError extends UserError {
  constructor(sum: number, expected: number) {
    super({
      code: 'procurement.criteria-points',
      zh: `评审因素分值合计 ${sum} 分，加价格分值应为 100 分，因此应为 ${expected} 分；请调整分值。`,
      en: `The criteria add up to ${sum} points; with the price they must make 100, so ${expected}.`,
      details: { sum, expected },
      fields: [
        { field: '/criteria', rule: 'sum-of-points', zh: `合计应为 ${expected} 分`, en: `must add up to ${expected}` },
      ],
    });
  }
}

/** Thrown when two criteria have one name; the caller renames one. */
export class CriterionTwiceError extends UserError {
  constructor(position: number, name: string) {
    super({
      code: 'procurement.criterion-twice',
      zh: `评审因素“${name}”重复；请改名或合并。`,
      en: `The criterion "${name}" stands twice; rename or merge it.`,
      fields: [{ field: `/criteria/${position}/name`, rule: 'unique', zh: '评审因素重复', en: 'must be unique' }],
    });
  }
}
