import { UserError } from '#libs/platform';
import { yuan } from '../ledger/yuan.js';

/** Thrown when a price is above the approved budget; the caller lowers it or has the budget changed first. */
export class AboveApprovedError extends UserError {
  constructor(amount: number, approved: number, field = '/contractAmount') {
    super({
      code: 'projects.above-approved',
      zh: `金额 ${yuan(amount)} 超出批复预算 ${yuan(approved)};未列入预算的不得实施,请调整金额。`,
      en: `${amount} fen is above the approved budget of ${approved} fen; lower the amount.`,
      details: { amount, approved },
      fields: [
        {
          field,
          rule: 'within-approved-budget',
          zh: `不得超过批复预算 ${yuan(approved)}`,
          en: `at most ${approved} fen`,
        },
      ],
    });
  }
}

/** Thrown when the instalments do not add up to the contract price; the caller corrects them. */
export class InstalmentSumError extends UserError {
  constructor(sum: number, amount: number) {
    super({
      code: 'projects.instalment-sum',
      zh: `分期付款合计 ${yuan(sum)} 与合同金额 ${yuan(amount)} 不一致;请更正各期金额。`,
      en: `The instalments add up to ${sum} fen, the contract price is ${amount} fen; correct them.`,
      details: { sum, amount },
      fields: [
        {
          field: '/instalments',
          rule: 'sum-equals-price',
          zh: '各期合计须等于合同金额',
          en: 'must add up to the price',
        },
      ],
    });
  }
}

/** Thrown when the numbers of instalments are not 1, 2, 3 …; the caller renumbers them. */
export class InstalmentNumberError extends UserError {
  constructor() {
    super({
      code: 'projects.instalment-numbers',
      zh: '分期付款期次须自 1 起连续编号;请更正。',
      en: 'Instalments are numbered 1, 2, 3 … without gaps; correct them.',
      fields: [
        { field: '/instalments', rule: 'consecutive-numbers', zh: '期次须连续', en: 'numbers must be consecutive' },
      ],
    });
  }
}

/** Thrown when a project that has a contract would get a second one; changes are made to the first. */
export class ContractExistsError extends UserError {
  constructor(number: string) {
    super({
      code: 'projects.contract-exists',
      status: 409,
      zh: `本项目已签订合同 ${number},不得重复签订。`,
      en: `The project already has contract ${number}; it cannot be signed twice.`,
      details: { number },
    });
  }
}

/** Thrown when a contract is published, filed or paid before it is signed; signing comes first. */
export class NoContractError extends UserError {
  constructor() {
    super({
      code: 'projects.no-contract',
      status: 409,
      zh: '本项目尚未签订合同;请先签订合同。',
      en: 'The project has no contract yet; it is signed first.',
    });
  }
}
