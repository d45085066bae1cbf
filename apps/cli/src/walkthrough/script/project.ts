/** Demo project 23; amounts in fen. */
export const PROJECT = {
  title: '昭觉县竹核镇易地搬迁社区融入服务项目',
  township: '513431102',
  village: '513431102201',
  method: 'competitive-consultation',
  plannedAmount: 110_000_000,
  /** What the winner asks. */
  price: 108_000_000,
  rivalPrice: 106_500_000,
  instalments: [64_800_000, 43_200_000],
  serviceFrom: '2026-04-01',
  serviceTo: '2026-09-30',
  months: 6,
  /** Fund account that pays. */
  fund: '州级福彩公益金补助',
} as const;
