import { UserError } from '#libs/platform';
import { yuan } from '#libs/projects';

/** Thrown when the amount signed off is not the amount that the review proposed; the review is done again instead. */
export class SignOffAmountError extends UserError {
  constructor(amount: number, proposed: number) {
    super({
      code: 'budgeting.sign-off-amount',
      zh: `批复金额 ${yuan(amount)} 与财政审定合计 ${yuan(proposed)} 不一致;需要调整的,请退回重审。`,
      en: `The amount signed off (${amount} fen) is not the ${proposed} fen of the review; send it back to change it.`,
      details: { amount, proposed },
      fields: [
        {
          field: '/approvedAmount',
          rule: 'equals-review',
          zh: `须为 ${yuan(proposed)}`,
          en: `must be ${proposed} fen`,
        },
      ],
    });
  }
}
