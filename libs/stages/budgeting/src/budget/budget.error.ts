import { type FieldProblem, UserError } from '#libs/platform';

/** Thrown when the sums of a budget do not hold; each wrong field is named, the officer corrects them. */
export class BudgetSumsError extends UserError {
  constructor(fields: readonly FieldProblem[]) {
    super({
      code: 'budgeting.sums',
      zh: `预算填报有误:${fields.map((field) => field.zh).join(';')}。`,
      en: `The budget does not add up: ${fields.map((field) => field.en).join('; ')}.`,
      fields,
    });
  }
}

/** Thrown when a review or sign-off comes before there is a budget; a definition that does so is wrong. */
export class NoBudgetError extends UserError {
  constructor() {
    super({
      code: 'budgeting.no-budget',
      status: 409,
      zh: '本项目尚未提交预算。',
      en: 'The project has no budget yet.',
    });
  }
}
