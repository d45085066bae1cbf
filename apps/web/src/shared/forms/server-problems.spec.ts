import { describe, expect, it } from '@jest/globals';
import { serverProblems } from './server-problems.js';

const problem = (field: string, zh: string) => ({ field, rule: 'rule', zh, en: `${zh} (en)` });

describe('serverProblems', () => {
  it('places each problem at its field, with or without the body part of the pointer', () => {
    expect(serverProblems([problem('/form/price', '超过批复'), problem('/lines/0/amount', '不足')], 'zh')).toEqual({
      price: { __errors: ['超过批复'] },
      lines: { 0: { amount: { __errors: ['不足'] } } },
    });
  });

  it('keeps several problems of one field and speaks the asked language', () => {
    expect(serverProblems([problem('/form/a', '一'), problem('/form/a', '二')], 'en')).toEqual({
      a: { __errors: ['一 (en)', '二 (en)'] },
    });
  });

  it('is nothing when nothing is wrong', () => {
    expect(serverProblems([], 'zh')).toBeUndefined();
  });
});
