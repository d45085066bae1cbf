/** Labels of what the stages put on record; a field without a label is not shown. */
export const recordTexts = {
  record: {
    money: ['amount', 'price', 'ceilingPrice', 'spent'] as string[],
    hundredths: ['quality', 'priceScore', 'total', 'score'] as string[],
    labels: { amount: '金额', price: '报价' } as Record<string, string>,
    words: {} as Record<string, string>,
  },
};
