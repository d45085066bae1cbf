import { UserError } from '#libs/platform';

/** Thrown when a rectification notice gives more days than the rules allow; the purchaser shortens the period. */
export class RectificationTooLongError extends UserError {
  constructor(days: number, longest: number) {
    super({
      code: 'monitoring.rectification-too-long',
      zh: `整改期限 ${days} 日超过上限 ${longest} 日；请缩短。`,
      en: `${days} days are more than the ${longest} that are allowed; shorten the period.`,
      details: { days, longest },
      fields: [{ field: '/days', rule: 'maximum', zh: `不超过 ${longest} 日`, en: `at most ${longest}` }],
    });
  }
}
