import type { Texts } from '../zh.js';

export const recordTexts: Pick<Texts, 'record'> = {
  record: {
    money: ['amount', 'price', 'ceilingPrice', 'spent'],
    hundredths: ['quality', 'priceScore', 'total', 'score'],
    labels: { amount: 'Amount', price: 'Price' },
    words: {},
  },
};
