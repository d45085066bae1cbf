import type { Json, JsonObject } from '#libs/kernel';

interface LineChange {
  readonly amount?: number;
  readonly sources?: readonly JsonObject[];
}

/** One line of the form `budget` on that fund account; amounts in fen. */
export function aBudgetLine(account: number, { amount = 2_500_000, sources }: LineChange = {}): JsonObject {
  return {
    subject: 'personnel',
    item: '专职社工',
    unitPrice: amount,
    unit: '人月',
    quantity: 1,
    times: 1,
    basis: '按本县社工岗位薪酬指导价测算',
    sources: sources ?? [{ account, amount }],
  };
}

/** The form `budget`, valid by default: one line and targets of weight 100. */
export function aBudget(account: number, change: { readonly [field: string]: Json } = {}): JsonObject {
  return {
    lines: [aBudgetLine(account)],
    total: 2_500_000,
    targets: [
      { dimension: 'output', indicator: '入户服务户次', operator: 'at-least', value: '480', unit: '户次', weight: 60 },
      { dimension: 'benefit', indicator: '融入度提升', operator: 'qualitative', value: '明显', unit: '-', weight: 30 },
      {
        dimension: 'satisfaction',
        indicator: '服务对象满意度',
        operator: 'at-least',
        value: '90',
        unit: '%',
        weight: 10,
      },
    ],
    ...change,
  };
}
