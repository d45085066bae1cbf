import { UserError } from '#libs/platform';

/** Thrown when a contract draft differs from what was awarded; the purchaser corrects the draft. */
export class ContractDraftError extends UserError {
  constructor(field: string, rule: string, zh: string, en: string) {
    super({
      code: 'procurement.contract-draft',
      zh: `合同草案与成交结果不符：${field} ${zh};请更正。`,
      en: `The draft differs from the award: ${field} ${en}.`,
      fields: [{ field, rule, zh, en }],
    });
  }
}
