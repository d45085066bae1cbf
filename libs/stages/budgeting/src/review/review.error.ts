import { type FieldProblem, UserError } from '#libs/platform';

/** Thrown when the review of a budget does not fit the budget; each wrong field is named, the reviewer corrects them. */
export class ReviewSumsError extends UserError {
  constructor(fields: readonly FieldProblem[]) {
    super({
      code: 'budgeting.review',
      zh: `审核意见有误:${fields.map((field) => field.zh).join(';')}。`,
      en: `The review does not fit the budget: ${fields.map((field) => field.en).join('; ')}.`,
      fields,
    });
  }
}
