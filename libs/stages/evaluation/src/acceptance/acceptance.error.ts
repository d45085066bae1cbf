import { UserError } from '#libs/platform';

/** Thrown when an acceptance is dated in the future; the purchaser corrects the date. */
export class AcceptanceDateError extends UserError {
  constructor() {
    super({
      code: 'evaluation.acceptance-date',
      zh: '验收日期不得晚于今天；请更正。',
      en: 'The acceptance cannot lie in the future; correct the date.',
      fields: [{ field: '/acceptedOn', rule: 'not-in-future', zh: '不得晚于今天', en: 'not in the future' }],
    });
  }
}
