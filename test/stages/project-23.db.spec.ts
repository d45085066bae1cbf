import { afterAll, expect, it } from '@jest/globals';
import { disclosureSchema } from '#libs/disclosure';
import { engineSchema } from '#libs/engine';
import { identitySchema } from '#libs/identity';
import { MoneyReader, ProjectReader, projectsSchema } from '#libs/projects';
import { applicationSchema } from '#libs/stages/application';
import { budgetingSchema } from '#libs/stages/budgeting';
import { evaluationSchema } from '#libs/stages/evaluation';
import { monitoringSchema } from '#libs/stages/monitoring';
import { procurementSchema } from '#libs/stages/procurement';
import { startEngine } from '#testing/engine';
import { aFundAccount, startProject } from '#testing/projects';
import { aNeed as anApplication } from '#testing/stages/application';
import { aBudget, aBudgetLine } from '#testing/stages/budgeting';
import { aSelfReport, aSurvey, anAcceptance, someScores } from '#testing/stages/evaluation';
import { aMonthlyReport, anInspection, aRectificationNotice, aStaffingPlan } from '#testing/stages/monitoring';
import { aNeed, aSheet } from '#testing/stages/procurement';
import { DOMAIN_MODULES } from '../../apps/domain.js';
import { CaseWalk, Office } from '../support/case-walk.js';
import { useDatabase } from '../support/database.js';

const COUNTY = '513431';
const PLANNED = 110_000_000;
const PRICE = 108_000_000;
const OWN_SCHEMAS = [
  projectsSchema,
  applicationSchema,
  budgetingSchema,
  procurementSchema,
  monitoringSchema,
  evaluationSchema,
  disclosureSchema,
];
const database = await useDatabase([identitySchema, engineSchema, ...OWN_SCHEMAS], { keep: true });
// Reminders and rungs go to a fake; everything else is what api and worker run.
const modules = DOMAIN_MODULES.filter(
  ({ name }) => !['IdentityModule', 'EngineModule', 'DeadlinesModule'].includes(name),
);
const engine = await startEngine({ databaseUrl: database.url, schemas: OWN_SCHEMAS, modules });
afterAll(() => engine.close());

const { dataSource } = database;
engine.clock.set('2026-01-05T02:00:00.000Z');
const open = (kind: string, division: string, ...roles: string[]) =>
  Office.open(dataSource, { kind, division }, ...roles);
const bureau = await open(
  'civil-affairs',
  COUNTY,
  'business-officer',
  'procurement-officer',
  'planning-finance-officer',
  'head',
  'deputy-leader',
  'leader',
);
const finance = await open('finance', COUNTY, 'social-security-officer', 'treasury-officer', 'head');
const township = await open('township', '513431102', 'township-officer');
const village = await open('village-committee', '513431102201', 'village-officer');
const experts = await open('expert-pool', '51', 'expert', 'expert', 'expert');
const morning = await open('social-organisation', COUNTY, 'legal-representative', 'project-manager', 'finance-clerk');
const heart = await open('social-organisation', '5134', 'legal-representative');
await engine.reloadDirectory();
const account = await aFundAccount().of(bureau.id).insert(dataSource.manager);
const { rootId } = await startProject(engine, bureau.as('business-officer'));
const walk = CaseWalk.of(engine, dataSource, rootId);
const officer = bureau.as('business-officer');
const buyer = bureau.as('procurement-officer');
const leader = bureau.as('leader');
const notice = (title: string) => ({ title, body: `${title}正文。` });

async function apply(): Promise<void> {
  await walk.act(officer, 'needDrafting', 'SUBMIT', anApplication());
  const stampedScan = await walk.attachment(village.as('village-officer'), '村意见.pdf');
  const agreed = { opinion: '同意申报', meetingOn: '2026-01-05', venue: '村级活动室一间', stampedScan };
  await walk.act(village.as('village-officer'), 'villageOpinion', 'APPROVE', agreed);
  await walk.act(township.as('township-officer'), 'townshipOpinion', 'APPROVE', { opinion: '情况属实' });
  await walk.act(bureau.as('deputy-leader'), 'countyReview', 'APPROVE', {
    opinion: '材料齐全',
    complete: true,
    withinDuties: true,
  });
  await walk.act(leader, 'decision', 'APPROVE', {
    opinion: '同意立项',
    documentNo: '昭民〔2026〕12号',
    decidedOn: '2026-01-05',
  });
}

async function budget(): Promise<void> {
  const lines = [aBudgetLine(account.id, { amount: PLANNED })];
  await walk.act(officer, 'drafting', 'SUBMIT', aBudget(account.id, { lines, total: PLANNED }));
  await walk.act(bureau.as('planning-finance-officer'), 'planningReview', 'APPROVE', { opinion: '同意' });
  await walk.act(leader, 'leaderApproval', 'APPROVE', { opinion: '同意' });
  const granted = { lines: [{ line: 1, approvedAmount: PLANNED }], approvedTotal: PLANNED, opinion: '同意' };
  await walk.act(finance.as('social-security-officer'), 'financeReview', 'APPROVE', granted);
  const signOff = { documentNo: '昭财社〔2026〕8号', approvedAmount: PLANNED, signedOn: '2026-01-05' };
  await walk.act(finance.as('head'), 'signOff', 'APPROVE', signOff);
  await walk.act(finance.as('treasury-officer'), 'releasing', 'RELEASE', {
    documentNo: '昭财库〔2026〕15号',
    releasedOn: '2026-01-05',
  });
}

async function announce(): Promise<void> {
  await walk.act(officer, 'needDrafting', 'SUBMIT', aNeed());
  await walk.act(buyer, 'needReview', 'APPROVE');
  const intention = { ...notice('采购意向'), overview: '社区融入服务', budget: PLANNED, expectedMonth: '2026-02' };
  await walk.act(buyer, 'intentionDrafting', 'PUBLISH', intention);
  await walk.waitUntil('2026-02-06T02:00:00.000Z');
  await walk.act(buyer, 'planFiling', 'SUBMIT', {
    planNo: '昭采计〔2026〕5号',
    catalogueItem: '社会工作服务',
    organisationForm: 'self',
  });
  await walk.act(finance.as('social-security-officer'), 'planAcceptance', 'ACCEPT', { filingNo: '备2026-5' });
  const document = await walk.attachment(buyer, '磋商文件.pdf');
  await walk.act(buyer, 'announcing', 'ANNOUNCE', { number: 'ZJ-2026-23', ...notice('磋商公告'), document });
}

async function choose(): Promise<void> {
  const [round] = await dataSource.query('SELECT instance_id AS id FROM procurement_round WHERE root_id = ?', [rootId]);
  for (const [supplier, price] of [
    [morning, PRICE],
    [heart, 105_000_000],
  ] as const) {
    const caller = supplier.as('legal-representative');
    const document = await walk.attachment(caller, '响应文件.pdf');
    const response = { price, servicePlan: '服务方案', manager: '负责人', document, promise: true };
    await walk.send(caller, 'RESPOND', response, Number(round.id));
  }
  await walk.waitUntil('2026-02-28T02:00:00.000Z');
  await walk.act(buyer, 'panelDrawing', 'DRAW', { recordNumber: '抽取2026-7' });
  for (const expert of experts.all('expert')) {
    await walk.act(expert, 'declaring', 'DECLARE', { hasConflict: false, statement: '无利害关系' });
  }
  const rows: { id: number }[] = await dataSource.query(
    'SELECT id FROM procurement_response WHERE root_id = ? ORDER BY price DESC',
    [rootId],
  );
  const sheet = aSheet(new Map(rows.map(({ id }, index) => [Number(id), index === 0 ? [46, 27] : [40, 22]] as const)));
  for (const expert of experts.all('expert')) await walk.act(expert, 'scoring', 'SCORE', sheet);
  const report = await walk.attachment(buyer, '评审报告.pdf');
  await walk.act(buyer, 'reporting', 'SUBMIT', { report, summary: '评审情况正常。' });
  await walk.act(leader, 'confirming', 'CONFIRM', { minutesNo: '党组纪要2026-9' });
  await walk.act(buyer, 'awarding', 'PUBLISH', { noticeNo: '成交2026-23', ...notice('成交公告') });
}

async function sign(): Promise<void> {
  const document = await walk.attachment(buyer, '合同.pdf');
  const instalments = [1, 2].map((number) => ({ number, amount: PRICE / 2, condition: '按合同约定' }));
  const period = { serviceFrom: '2026-05-01', serviceTo: '2026-08-31' };
  const contract = {
    number: '昭民合〔2026〕3号',
    contractAmount: PRICE,
    ...period,
    instalments,
    content: '服务内容',
    liability: '违约责任',
    document,
  };
  await walk.act(buyer, 'contracting.drafting', 'SUBMIT', contract);
  await walk.act(morning.as('legal-representative'), 'contracting.contractorSigning', 'SIGN');
  await walk.act(leader, 'contracting.purchaserSigning', 'SIGN');
  await walk.act(buyer, 'contractPublishing', 'PUBLISH', { noticeNo: '合公2026-3', ...notice('合同公告') });
  await walk.act(buyer, 'contractFiling', 'FILE', { filingNo: '合备2026-3' });
}

async function payNext(paidOn: string): Promise<void> {
  const clerk = morning.as('finance-clerk');
  const invoice = await walk.attachment(clerk, '发票.pdf');
  await walk.act(clerk, 'serving.payments.claiming', 'CLAIM', {
    invoiceNo: '24512000000012345678',
    amount: PRICE / 2,
    invoice,
  });
  await walk.act(officer, 'serving.payments.confirming', 'CONFIRM', { invoiceChecked: true, opinion: '条件具备' });
  await walk.act(leader, 'serving.payments.approving', 'APPROVE');
  await walk.act(finance.as('treasury-officer'), 'serving.payments.paying', 'PAY', {
    voucherNo: `国支${paidOn}`,
    paidOn,
  });
}

async function reportAt(date: string): Promise<void> {
  await walk.waitUntil(`${date}T02:00:00.000Z`);
  await walk.act(morning.as('project-manager'), 'serving.reports.writing', 'SUBMIT', aMonthlyReport());
  await walk.act(officer, 'serving.reports.accepting', 'ACCEPT');
}

async function serve(): Promise<void> {
  const manager = morning.as('project-manager');
  await walk.act(manager, 'staffing', 'SUBMIT', aStaffingPlan());
  await walk.act(officer, 'staffReview', 'APPROVE');
  await payNext('2026-03-02');
  await reportAt('2026-06-02');
  const finding = anInspection('2026-06-02', { conclusion: 'problem', finding: '个案记录不完整' });
  await walk.act(officer, 'serving.inspections.inspecting', 'INSPECT', finding);
  await walk.act(bureau.as('deputy-leader'), 'serving.inspections.noticing', 'ISSUE', aRectificationNotice(10));
  await walk.act(manager, 'serving.inspections.rectifying', 'SUBMIT', { measures: '补记', result: '已补齐' });
  // Ten working days and more after the five of the recheck, and a week after June's report was due.
  await reportAt('2026-07-13');
  await walk.act(officer, 'serving.inspections.rechecking', 'PASS', { opinion: '整改到位' });
  await reportAt('2026-08-03');
  await reportAt('2026-09-01');
  await payNext('2026-09-01');
}

async function evaluate(): Promise<void> {
  await walk.waitUntil('2026-09-14T02:00:00.000Z');
  await walk.act(morning.as('project-manager'), 'selfReporting', 'SUBMIT', aSelfReport());
  await walk.act(village.as('village-officer'), 'surveying', 'SUBMIT', aSurvey());
  await walk.act(bureau.as('head'), 'accepting', 'SUBMIT', anAcceptance());
  await walk.act(bureau.as('planning-finance-officer'), 'scoring', 'SCORE', someScores());
  await walk.act(leader, 'grading', 'APPROVE', { documentNumber: '昭民〔2026〕41号' });
  await walk.act(officer, 'publishing', 'PUBLISH', notice('绩效评价结果'));
  await walk.act(bureau.as('planning-finance-officer'), 'settling', 'SETTLE', { documentNumber: '昭财社〔2026〕60号' });
}

const stepsOf = (title: string, kind: 'remind' | 'rung') =>
  engine.dueSteps.requests.flatMap(({ step, taskTitle }) => {
    if (taskTitle !== title || step.kind !== kind) return [];
    return [step.kind === 'rung' ? step.level : step.offset];
  });

it('plays demo project 23 through all five stages on the shipped definitions', async () => {
  await apply();
  await budget();
  await announce();
  await choose();
  await sign();
  await serve();
  await evaluate();

  expect(await walk.waiting()).toEqual([]);
  expect(await engine.get(ProjectReader).byId(rootId)).toMatchObject({
    status: 'closed',
    grade: '优',
    contractorId: morning.id,
  });
  const money = { approved: PLANNED, released: PLANNED, committed: PRICE, paid: PRICE, returned: PLANNED - PRICE };
  expect(await engine.get(MoneyReader).totals(dataSource.manager, rootId)).toEqual(money);
  expect(stepsOf('整改复查', 'rung')).toEqual(['head', 'leader', 'city', 'province']);
  expect(stepsOf('提交月报', 'remind')).toEqual(expect.arrayContaining(['-P2WD', 'P0D', 'P1WD']));
  expect(stepsOf('提交月报', 'rung')).toEqual(['warning', 'head']);
  await walk.assertSound();
}, 60_000);
