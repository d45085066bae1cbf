import { UserError } from '#libs/platform';

/** Thrown when there is no such receipt, or it belongs to somebody else. */
export class NoSuchReceiptError extends UserError {
  constructor(number: string) {
    super({
      code: 'engine.receipt-not-found',
      status: 404,
      zh: `没有编号为 ${number} 的回执，或您无权查看。`,
      en: `There is no receipt ${number}, or you may not see it.`,
      details: { number },
      fields: [{ field: '/number', rule: 'visible', zh: '不存在或无权查看', en: 'not there, or not for the caller' }],
    });
  }
}
