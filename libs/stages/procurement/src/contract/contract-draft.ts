import type { EffectInput } from '#libs/engine';
import { yuan } from '#libs/projects';
import { ContractDraftError } from './contract-draft.error.js';

/** A draft says what was won: the price as awarded, instalments that add up to it, a period that runs forward. */
export function checkDraft(draft: EffectInput, awarded: number): void {
  if (draft.integer('contractAmount') !== awarded) {
    throw new ContractDraftError(
      '/contractAmount',
      'awarded-price',
      `应等于成交金额 ${yuan(awarded)}`,
      `must be ${awarded} fen`,
    );
  }
  const sum = draft.items('instalments').reduce((total, item) => total + item.integer('amount'), 0);
  if (sum !== awarded) {
    throw new ContractDraftError(
      '/instalments',
      'sum',
      `各期合计 ${yuan(sum)}，应等于合同金额`,
      'must add up to the contract amount',
    );
  }
  const numbers = draft.items('instalments').map((item) => item.integer('number'));
  if (numbers.some((number, index) => number !== index + 1)) {
    throw new ContractDraftError('/instalments', 'numbered', '期次应从1起连续编号', 'must be numbered 1, 2, 3 …');
  }
  if (draft.text('serviceTo') < draft.text('serviceFrom')) {
    throw new ContractDraftError(
      '/serviceTo',
      'not-before-start',
      '不得早于服务起始日',
      'must not lie before the start',
    );
  }
}
