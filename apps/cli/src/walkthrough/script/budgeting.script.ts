import type { JsonObject } from '#libs/kernel';
import { CAST } from '../cast/cast.js';
import type { FundAccount, Page } from '../http/api.shapes.js';
import { type Act, stageActs, type Turn } from './act.js';
import { PROJECT } from './project.js';

const { task } = stageActs('budgeting');

/** Item, unit price in fen, unit, quantity, times, basis; 110 万元 in all. */
const LINES = [
  ['personnel', '专职社工4名', 650_000, '人月', 4, 24, '本县社工岗位薪酬指导价'],
  ['activities', '社区融入活动', 450_000, '场', 36, 1, '每月6场，参照上年同类活动'],
  ['supervision', '专业督导和培训', 400_000, '次', 12, 1, '每月2次'],
  ['travel', '入户交通', 100_000, '月', 6, 1, '实际里程测算'],
  ['assessment', '项目审计', 6_000_000, '项', 1, 1, '福彩公益金项目审计要求'],
  ['management', '项目管理', 20_000_000, '项', 1, 1, '按总额控制比例'],
] as const;

/** 预算编制 */
export const BUDGETING: readonly Act[] = [
  task(CAST.officer, 'drafting', 'SUBMIT', { form: budget }),
  task(CAST.planning, 'planningReview', 'APPROVE', { form: () => ({ opinion: '测算依据充分，资金来源合规。' }) }),
  task(CAST.leader, 'leaderApproval', 'APPROVE', { form: () => ({ opinion: '同意报送县财政局。' }) }),
  task(CAST.financeOfficer, 'financeReview', 'APPROVE', { form: () => review() }),
  task(CAST.financeHead, 'signOff', 'APPROVE', {
    form: ({ scene }) => ({
      documentNo: '昭财社〔2026〕8号',
      approvedAmount: PROJECT.plannedAmount,
      signedOn: scene.today,
    }),
  }),
  task(CAST.treasury, 'releasing', 'RELEASE', {
    form: ({ scene }) => ({ documentNo: '昭财社〔2026〕9号', releasedOn: scene.today }),
  }),
];

async function budget({ person }: Turn): Promise<JsonObject> {
  const { items } = await person.get<Page<FundAccount>>('/funds?limit=100');
  const account = items.find((fund) => fund.title === PROJECT.fund)?.id ?? 0;
  const lines = LINES.map(([subject, item, unitPrice, unit, quantity, times, basis]) => {
    const sources = [{ account, amount: unitPrice * quantity * times }];
    return { subject, item, unitPrice, unit, quantity, times, basis, sources };
  });
  return { lines, total: PROJECT.plannedAmount, targets: TARGETS };
}

function review(): JsonObject {
  const lines = LINES.map(([, , price, , quantity, times], row) => ({
    line: row + 1,
    approvedAmount: price * quantity * times,
  }));
  return { lines, approvedTotal: PROJECT.plannedAmount, opinion: '逐项审核，未作核减。' };
}

const TARGETS: JsonObject[] = [
  { dimension: 'output', indicator: '入户服务', operator: 'at-least', value: '720', unit: '户次', weight: 40 },
  {
    dimension: 'benefit',
    indicator: '搬迁群众融入程度提升',
    operator: 'qualitative',
    value: '明显',
    unit: '-',
    weight: 40,
  },
  { dimension: 'satisfaction', indicator: '服务对象满意度', operator: 'at-least', value: '90', unit: '%', weight: 20 },
];
