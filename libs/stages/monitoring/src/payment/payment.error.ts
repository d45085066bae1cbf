import type { ErrorText } from '#libs/platform';
import { UserError } from '#libs/platform';

export const PAYMENT_CONDITIONS = ['staff-accepted', 'no-open-problem', 'reports-accepted', 'invoice-checked'] as const;
export type PaymentCondition = (typeof PAYMENT_CONDITIONS)[number];

const TEXTS: Readonly<Record<PaymentCondition, ErrorText>> = {
  'staff-accepted': { zh: '服务团队尚未审核通过', en: 'the staff is not accepted' },
  'no-open-problem': { zh: '有未完成的整改', en: 'a rectification is open' },
  'reports-accepted': { zh: '应提交的月报尚未全部审核通过', en: 'reports that are due are not all accepted' },
  'invoice-checked': { zh: '发票未核验', en: 'the invoice is not checked' },
};

/** Thrown when an instalment is not yet due by its conditions; each that fails is named. */
export class PaymentConditionsError extends UserError {
  constructor(instalment: number, failed: readonly PaymentCondition[]) {
    super({
      code: 'monitoring.payment-conditions',
      zh: `第 ${instalment} 期付款条件不具备：${failed.map((name) => TEXTS[name].zh).join(';')}。具备后再确认。`,
      en: `The conditions of instalment ${instalment} are not met: ${failed.map((name) => TEXTS[name].en).join('; ')}.`,
      details: { instalment, failed },
      fields: failed.map((name) => ({ field: '', rule: name, ...TEXTS[name] })),
    });
  }
}
