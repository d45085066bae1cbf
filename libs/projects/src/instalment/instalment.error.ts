import { UserError } from '#libs/platform';
import { yuan } from '../ledger/yuan.js';
import type { InstalmentStatus } from './instalment.entity.js';

const STATUS_TEXT: Readonly<Record<InstalmentStatus, string>> = {
  planned: '待申请',
  claimed: '已申请',
  approved: '已审批',
  paid: '已支付',
};

/** Thrown when an instalment is not where the act needs it, e.g. paid a second time; the caller looks at its state. */
export class InstalmentStateError extends UserError {
  constructor(number: number, status: InstalmentStatus, needed: InstalmentStatus) {
    super({
      code: 'projects.instalment-state',
      status: 409,
      zh: `第 ${number} 期付款当前为“${STATUS_TEXT[status]}”,须为“${STATUS_TEXT[needed]}”方可办理;同一期不得重复办理。`,
      en: `Instalment ${number} is ${status}; it must be ${needed} for this act. Each act happens once.`,
      details: { number, status, needed },
      fields: [
        { field: '/number', rule: 'instalment-state', zh: `须为“${STATUS_TEXT[needed]}”`, en: `must be ${needed}` },
      ],
    });
  }
}

/** Thrown when the contract has no instalment of that number; the caller picks one that exists. */
export class UnknownInstalmentError extends UserError {
  constructor(number: number) {
    super({
      code: 'projects.unknown-instalment',
      zh: `合同没有第 ${number} 期付款;请核对期次。`,
      en: `The contract has no instalment ${number}; correct the number.`,
      details: { number },
      fields: [{ field: '/number', rule: 'instalment', zh: '没有这一期', en: 'no such instalment' }],
    });
  }
}

/** Thrown when an invoice is not over the agreed amount; the contractor corrects the invoice. */
export class InvoiceAmountError extends UserError {
  constructor(amount: number, agreed: number) {
    super({
      code: 'projects.invoice-amount',
      zh: `申请金额 ${yuan(amount)} 与合同约定的本期金额 ${yuan(agreed)} 不一致;请更正发票。`,
      en: `The claim is over ${amount} fen, the contract says ${agreed} fen; correct the invoice.`,
      details: { amount, agreed },
      fields: [{ field: '/amount', rule: 'agreed-amount', zh: `须为 ${yuan(agreed)}`, en: `must be ${agreed} fen` }],
    });
  }
}

/** Thrown when an instalment is claimed before the one before it; the contractor claims in order. */
export class InstalmentOrderError extends UserError {
  constructor(number: number, open: number) {
    super({
      code: 'projects.instalment-order',
      status: 409,
      zh: `第 ${open} 期尚未支付,不得申请第 ${number} 期;请按期次办理。`,
      en: `Instalment ${open} is not paid yet, so ${number} cannot be claimed; claim in order.`,
      details: { number, open },
      fields: [{ field: '/number', rule: 'instalment-order', zh: '须按期次申请', en: 'must be claimed in order' }],
    });
  }
}
