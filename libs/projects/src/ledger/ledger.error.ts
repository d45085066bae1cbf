import { UserError } from '#libs/platform';
import { yuan } from './yuan.js';

/** Thrown at sign-off when a fund account has less free than is asked; finance lowers the amount or names another account. */
export class FundsExceededError extends UserError {
  constructor(account: { id: number; title: string }, amount: number, free: number) {
    super({
      code: 'projects.funds-exceeded',
      zh: `资金来源“${account.title}”可用额度 ${yuan(free)},本次批复 ${yuan(amount)},超出 ${yuan(amount - free)};请核减或更换资金来源。`,
      en: `Fund account "${account.title}" has ${free} fen free, ${amount} fen are asked; reduce the amount or use another account.`,
      details: { account: account.id, title: account.title, amount, free },
      fields: [
        {
          field: '/approvedAmount',
          rule: 'funds-free',
          zh: `超出资金来源“${account.title}”的可用额度 ${yuan(free)}`,
          en: `above the ${free} fen free in "${account.title}"`,
        },
      ],
    });
  }
}

/** Thrown when a budget names a fund account that is not the purchaser's; the caller picks one of its own list. */
export class UnknownFundAccountError extends UserError {
  constructor(accountId: number, field = '/sources') {
    super({
      code: 'projects.unknown-fund-account',
      zh: `资金来源编号 ${accountId} 不存在或不属于本项目购买主体;请从本单位资金来源中选择。`,
      en: `There is no fund account ${accountId} of this purchaser; choose one of its own.`,
      details: { account: accountId },
      fields: [{ field, rule: 'fund-account', zh: '不是本单位的资金来源', en: 'not a fund account of the purchaser' }],
    });
  }
}

const ROOM_TEXTS = {
  committed: {
    zh: '已下达未占用的资金',
    en: 'what is released and not yet committed',
    rule: 'committed-within-released',
  },
  paid: { zh: '合同占用未支付的资金', en: 'what is committed and not yet paid', rule: 'paid-within-committed' },
  returned: { zh: '已下达未支付的资金', en: 'what is released and not yet paid', rule: 'returned-within-unspent' },
} as const;

/** Thrown when a posting would exceed what the step before it left; the caller lowers the amount. */
export class LedgerRoomError extends UserError {
  constructor(kind: keyof typeof ROOM_TEXTS, amount: number, room: number) {
    const text = ROOM_TEXTS[kind];
    super({
      code: 'projects.ledger-room',
      zh: `金额 ${yuan(amount)} 超出${text.zh} ${yuan(room)};请核对金额。`,
      en: `${amount} fen is more than ${text.en} (${room} fen); correct the amount.`,
      details: { kind, amount, room },
      fields: [{ field: '/amount', rule: text.rule, zh: `不得超过 ${yuan(room)}`, en: `at most ${room} fen` }],
    });
  }
}

/** Thrown when money is to be released for a project that has no approved budget left; the approval comes first. */
export class NothingToReleaseError extends UserError {
  constructor() {
    super({
      code: 'projects.nothing-to-release',
      status: 409,
      zh: '没有已批复未下达的预算,无可下达资金;请先完成预算批复。',
      en: 'No approved budget is left to release; the approval comes first.',
    });
  }
}
