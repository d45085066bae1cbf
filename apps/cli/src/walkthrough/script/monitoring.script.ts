import { addPlainDays, addPlainMonths } from '#libs/calendar';
import type { JsonObject } from '#libs/kernel';
import { CAST } from '../cast/cast.js';
import { document } from '../files/paper.js';
import { type Act, stageActs, type Turn } from './act.js';
import { PAYMENTS } from './payment.script.js';
import { PROJECT } from './project.js';

const { task, record } = stageActs('monitoring');
const WRITING = 'serving.reports.writing';
const INSPECTING = 'serving.inspections.inspecting';
const RECHECKING = 'serving.inspections.rechecking';
/** The second month's report slips. */
const SLIPPING_ROUND = 1;
const RECTIFICATION_DAYS = 20;
const VISITS_A_MONTH = 2;

/** 项目监管. Acts on reminders come when the person is reminded, so that every date follows from a deadline. */
export const MONITORING: readonly Act[] = [
  task(CAST.manager, 'staffing', 'SUBMIT', { form: staffing }),
  task(CAST.officer, 'staffReview', 'APPROVE'),
  record({
    who: CAST.worker,
    times: PROJECT.months * VISITS_A_MONTH,
    title: '服务日志',
    path: (scene) => `/projects/${scene.caseId}/service-logs`,
    when: (scene, round) => scene.played(WRITING) >= Math.floor(round / VISITS_A_MONTH) && scene.isOpen(WRITING),
    body: ({ round }) => visit(round),
  }),
  task(CAST.manager, WRITING, 'SUBMIT', {
    times: PROJECT.months,
    form: report,
    when: (scene, { id }, round) =>
      scene.playedRecords('服务日志') >= (round + 1) * VISITS_A_MONTH &&
      (round !== SLIPPING_ROUND || (scene.wasReminded(id, 'P1WD') && scene.rungs(id).includes('warning'))),
  }),
  task(CAST.officer, 'serving.reports.accepting', 'ACCEPT', { times: PROJECT.months }),
  task(CAST.officer, INSPECTING, 'INSPECT', {
    times: 2,
    form: inspection,
    when: (scene, { id }) => scene.wasReminded(id, '-P10WD'),
  }),
  task(CAST.deputy, 'serving.inspections.noticing', 'ISSUE', {
    form: () => ({
      documentNumber: '昭民〔2026〕46号',
      problem: '12户个案记录不完整，入户走访缺少服务对象签字。',
      basis: '合同服务标准：建档率100%',
      requirement: '逐户补齐个案记录并完善走访签字。',
      days: RECTIFICATION_DAYS,
    }),
  }),
  task(CAST.manager, 'serving.inspections.rectifying', 'SUBMIT', {
    form: async ({ scene, person }) => ({
      measures: '逐户回访，补齐12户个案记录，建立签字核对制度。',
      result: '已全部整改。',
      attachment: await person.upload(document('整改佐证'), scene.caseId),
    }),
    when: (scene, { id }) => scene.wasReminded(id, '-P5WD'),
  }),
  // Late by more than ten working days: nobody does it before the province has been told.
  task(CAST.officer, RECHECKING, 'PASS', {
    form: () => ({ opinion: '现场复查12户，记录齐全，整改到位。' }),
    when: (scene, { id }) => scene.rungs(id).includes('province'),
  }),
  ...PAYMENTS,
];

/** State whose ladder the story is about. */
export const LATE_STATE = RECHECKING;
export const SLIPPED = { state: WRITING, round: SLIPPING_ROUND } as const;

async function staffing({ scene, person }: Turn): Promise<JsonObject> {
  return {
    manager: '俄木尔布',
    managerPhone: '0834-8330023',
    members: [
      { name: '沙马阿呷', duty: 'social-worker', certificateNo: '20205113000017' },
      { name: '吉木里曲', duty: 'social-worker', certificateNo: '20215113000023' },
      { name: '的日史布', duty: 'finance' },
    ],
    schedule: '四月建档摸底，五月起每月6场活动、120户次入户，九月总结。',
    attachment: await person.upload(document('实施计划'), scene.caseId),
  };
}

/** One visit and one activity of each month, written up when the month has ended. */
function visit(round: number): JsonObject {
  const month = addPlainMonths(PROJECT.serviceFrom, Math.floor(round / VISITS_A_MONTH));
  const common = { villageCode: PROJECT.village, minutes: 180 };
  if (round % VISITS_A_MONTH === 0)
    return {
      ...common,
      servedOn: addPlainDays(month, 11),
      kind: 'visit',
      people: 6,
      content: '入户探访，协助就医转诊。',
    };
  return { ...common, servedOn: addPlainDays(month, 19), kind: 'community', people: 48, content: '邻里互助小组活动。' };
}

function report({ round }: Turn): JsonObject {
  return {
    activities: 6,
    people: 310 + round * 8,
    minutes: 5400,
    spent: 17_500_000,
    progress: `第${round + 1}个月服务按计划完成，入户和活动场次达到合同要求。`,
  };
}

async function inspection({ scene, person, round }: Turn): Promise<JsonObject> {
  const checks = {
    inspectedOn: scene.today,
    place: '竹核镇易地搬迁安置点',
    subject: '抽查服务台账、入户核实、经费使用',
    fundCheck: '专账核算，支出凭证齐全。',
    attachment: await person.upload(document(`督导记录${round + 1}`), scene.caseId),
  };
  if (round > 0) return { ...checks, ledgerCheck: '抽查20户，记录齐全。', conclusion: 'qualified' };
  return {
    ...checks,
    ledgerCheck: '抽查30户，12户个案记录不完整。',
    conclusion: 'problem',
    finding: '个案记录不完整。',
  };
}
