import type { JsonObject } from '#libs/kernel';
import { CAST, EXPERTS } from '../cast/cast.js';
import { document } from '../files/paper.js';
import type { Opportunity, Page, ProcurementDetail } from '../http/api.shapes.js';
import { type Act, stageActs, type Turn } from './act.js';
import { CONTRACTING } from './contract.script.js';
import { PROCUREMENT_NEED } from './procurement.need.js';
import { PROJECT } from './project.js';

const { task, send } = stageActs('procurement');
const PANEL = 3;
/** Share of a criterion's points that an expert gives, in hundredths: to the later winner, and to the rival. */
const WINNER_SHARE = 94;
const RIVAL_SHARE = 82;

const respond = (login: string, price: number, manager: string): Act =>
  send({
    who: login,
    state: 'announced',
    event: 'RESPOND',
    instance: opportunity,
    form: async ({ person }) => ({
      price,
      servicePlan: '驻点陪伴、入户走访、互助小组和社区活动，六个月全覆盖。',
      manager,
      document: await person.upload(document(`响应文件 ${login}`), null),
      promise: true,
    }),
  });

/** 组织采购 */
export const PROCUREMENT: readonly Act[] = [
  task(CAST.officer, 'needDrafting', 'SUBMIT', { form: () => PROCUREMENT_NEED }),
  task(CAST.procurement, 'needReview', 'APPROVE'),
  task(CAST.procurement, 'intentionDrafting', 'PUBLISH', {
    form: () => ({
      ...notice('采购意向'),
      overview: '购买易地搬迁群众社区融入服务，服务期六个月。',
      budget: PROJECT.plannedAmount,
      expectedMonth: '2026-02',
    }),
  }),
  task(CAST.procurement, 'planFiling', 'SUBMIT', {
    form: () => ({
      planNo: '昭采计〔2026〕5号',
      catalogueItem: 'C0401 社会工作服务',
      organisationForm: 'self',
      socialOrganisationReason: '拟由社会组织承接，按政策可不预留中小企业份额。',
    }),
  }),
  task(CAST.financeOfficer, 'planAcceptance', 'ACCEPT', { form: () => ({ filingNo: '昭财采备2026-023' }) }),
  task(CAST.procurement, 'announcing', 'ANNOUNCE', {
    form: async ({ scene, person }) => ({
      number: 'ZJMZ-CS-2026-023',
      ...notice('竞争性磋商公告'),
      document: await person.upload(document('磋商文件'), scene.caseId),
    }),
  }),
  respond(CAST.winner, PROJECT.price, '俄木尔布'),
  respond(CAST.rival, PROJECT.rivalPrice, '贾巴阿支'),
  task(CAST.procurement, 'panelDrawing', 'DRAW', {
    form: () => ({ recordNumber: '抽取2026-023', witness: '阿牛阿呷' }),
  }),
  task(EXPERTS, 'declaring', 'DECLARE', {
    times: PANEL,
    form: () => ({ hasConflict: false, statement: '与各供应商均无应当回避的利害关系。' }),
  }),
  task(EXPERTS, 'scoring', 'SCORE', { times: PANEL, form: score }),
  task(CAST.procurement, 'reporting', 'SUBMIT', {
    form: async ({ scene, person }) => ({
      report: await person.upload(document('评审报告'), scene.caseId),
      summary: '两家供应商通过资格审查，磋商小组独立评分，推荐成交候选人两名。',
    }),
  }),
  task(CAST.leader, 'confirming', 'CONFIRM', { form: () => ({ minutesNo: '党组会纪要〔2026〕4号' }) }),
  task(CAST.procurement, 'awarding', 'PUBLISH', {
    form: () => ({ noticeNo: '成交通知书2026-023', ...notice('成交结果公告') }),
  }),
  ...CONTRACTING,
];

function notice(title: string): JsonObject {
  return { title: `${PROJECT.title}${title}`, body: `${PROJECT.title}${title}正文，详见附件。` };
}

/** A supplier is no party of the case: it finds the procurement among what is announced. */
async function opportunity({ scene, person }: Turn): Promise<number> {
  const { items } = await person.get<Page<Opportunity>>('/procurement/opportunities?limit=100');
  return items.find(({ rootId }) => rootId === scene.caseId)?.instanceId ?? 0;
}

async function score({ scene, person }: Turn): Promise<JsonObject> {
  const { responses, need } = await person.get<ProcurementDetail>(`/projects/${scene.caseId}/procurement`);
  const winner = await scene.organisationOf(CAST.winner);
  const sheets = responses.map(({ id, organisation }) => {
    const share = organisation === winner ? WINNER_SHARE : RIVAL_SHARE;
    const points = (need?.criteria ?? []).map((criterion) => ({
      criterion: criterion.name,
      points: Math.floor((criterion.points * share) / 100),
    }));
    return { responseId: id, points };
  });
  return { sheets };
}
