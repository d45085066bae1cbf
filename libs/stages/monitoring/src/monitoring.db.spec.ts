import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { engineSchema } from '#libs/engine';
import { DivisionTree, identitySchema, type Caller } from '#libs/identity';
import { ContractService, LedgerService, ProjectsModule, projectsSchema } from '#libs/projects';
import { CaseWalk, Office } from '#support/case-walk';
import { useDatabase } from '#support/database';
import { shippedWorkflows, stageFrame } from '#support/shipped-workflows';
import { startEngine } from '#testing/engine';
import { aFundAccount, aProject, ledgerContext } from '#testing/projects';
import { MonitoringModule, monitoringSchema } from './index.js';
import { ServiceLogService } from './log/service-log.service.js';
import { MonitoringReader } from './record/monitoring.reader.js';
import { aMonthlyReport, anInspection, aRectificationNotice, aStaffingPlan } from './testing.js';

const COUNTY = '513431';
const VILLAGE = '513431102201';
const AMOUNT = 108_000_000;
const PERIOD = { serviceFrom: '2026-05-01', serviceTo: '2026-08-31' };
const schemas = [identitySchema, engineSchema, projectsSchema, monitoringSchema];
const database = await useDatabase(schemas);
const engine = await startEngine({
  databaseUrl: database.url,
  workflows: {
    ...shippedWorkflows('monitoring/monitoring.standard.yaml'),
    'test/frame.yaml': stageFrame('monitoring.standard'),
  },
  schemas: [projectsSchema, monitoringSchema],
  modules: [ProjectsModule, MonitoringModule],
});
afterAll(() => engine.close());

let bureau: Office;
let finance: Office;
let contractor: Office;
let walk: CaseWalk;

beforeEach(async () => {
  engine.clock.set('2026-04-24T02:00:00.000Z');
  engine.dueSteps.requests.length = 0;
  const open = (kind: string, ...roles: string[]) =>
    Office.open(database.dataSource, { kind, division: COUNTY }, ...roles);
  bureau = await open('civil-affairs', 'business-officer', 'deputy-leader', 'leader', 'head');
  finance = await open('finance', 'treasury-officer');
  contractor = await open('social-organisation', 'project-manager', 'finance-clerk', 'social-worker');
  await database.dataSource.query(
    `INSERT INTO identity_division (code, name, level, parent_code, is_special) VALUES
     ('51', '四川省', 'province', NULL, 0), ('5134', '凉山彝族自治州', 'city', '51', 0), (?, '昭觉县', 'county', '5134', 0),
     ('513431102', '竹核镇', 'township', ?, 0), (?, '火洛村', 'village', '513431102', 0)`,
    [COUNTY, COUNTY, VILLAGE],
  );
  await engine.get(DivisionTree).load();
  await engine.reloadDirectory();
  walk = await CaseWalk.start(engine, database.dataSource, {
    purchaser: bureau,
    process: 'test.frame',
    input: { contractor: contractor.id, contractAmount: AMOUNT, ...PERIOD },
  });
  await signContract(walk.rootId);
});

async function signContract(rootId: number): Promise<void> {
  await database.dataSource.transaction(async (manager) => {
    await aProject().of(bureau.id).with({ rootId }).insert(manager);
    const account = await aFundAccount().of(bureau.id).insert(manager);
    const context = ledgerContext(manager, rootId);
    await engine.get(LedgerService).approve(context, [{ accountId: account.id, amount: AMOUNT }], '昭财社〔2026〕1号');
    await engine.get(LedgerService).release(context, '昭财社〔2026〕1号');
    await engine.get(LedgerService).commit(context, AMOUNT, '昭民合〔2026〕3号');
    const instalments = [1, 2].map((number) => ({ number, amount: AMOUNT / 2, condition: '条件' }));
    const signing = { number: '昭民合〔2026〕3号', contractor: contractor.id, amount: AMOUNT, signedOn: '2026-04-24' };
    await engine.get(ContractService).sign(context, { ...signing, ...PERIOD, instalments });
  });
}

const officer = () => bureau.as('business-officer');
const manager = () => contractor.as('project-manager');
const record = () => engine.get(MonitoringReader).read(walk.rootId);
const levels = (state: string) =>
  engine.dueSteps.requests.flatMap(({ step, taskTitle }) =>
    step.kind === 'rung' && taskTitle === state ? [step.level] : [],
  );
const reminders = (state: string) =>
  engine.dueSteps.requests.flatMap(({ step, taskTitle }) =>
    step.kind === 'remind' && taskTitle === state ? [step.offset] : [],
  );

async function begin(): Promise<void> {
  await walk.act(manager(), 'staffing', 'SUBMIT', aStaffingPlan());
  await walk.act(officer(), 'staffReview', 'APPROVE');
}

async function reportMonth(): Promise<void> {
  await walk.act(manager(), 'serving.reports.writing', 'SUBMIT', aMonthlyReport());
  await walk.act(officer(), 'serving.reports.accepting', 'ACCEPT');
}

async function claim(): Promise<void> {
  const clerk = contractor.as('finance-clerk');
  const invoice = await walk.attachment(clerk, '发票.pdf');
  await walk.act(clerk, 'serving.payments.claiming', 'CLAIM', {
    invoiceNo: '24512000000012345678',
    amount: AMOUNT / 2,
    invoice,
  });
}

const confirm = () =>
  walk.act(officer(), 'serving.payments.confirming', 'CONFIRM', { invoiceChecked: true, opinion: '条件具备' });

async function pay(paidOn: string): Promise<void> {
  await confirm();
  await walk.act(bureau.as('leader'), 'serving.payments.approving', 'APPROVE');
  const voucher = { voucherNo: `国支${paidOn}`, paidOn };
  await walk.act(finance.as('treasury-officer'), 'serving.payments.paying', 'PAY', voucher);
}

describe('monitoring', () => {
  it('runs reports, an inspection with rectification and two instalments side by side to the end', async () => {
    await begin();
    await claim();
    await pay('2026-04-24');
    await walk.waitUntil('2026-06-01T02:00:00.000Z');
    await reportMonth();
    await walk.act(
      officer(),
      'serving.inspections.inspecting',
      'INSPECT',
      anInspection('2026-06-01', { conclusion: 'problem', finding: '个案记录不完整' }),
    );
    await walk.act(bureau.as('deputy-leader'), 'serving.inspections.noticing', 'ISSUE', aRectificationNotice(15));
    await walk.act(manager(), 'serving.inspections.rectifying', 'SUBMIT', { measures: '补记', result: '已补齐' });
    await walk.act(officer(), 'serving.inspections.rechecking', 'PASS', { opinion: '整改到位' });
    for (const date of ['2026-07-01', '2026-08-03', '2026-09-01']) {
      await walk.waitUntil(`${date}T02:00:00.000Z`);
      await reportMonth();
    }
    expect(await walk.waiting()).toEqual(['serving.payments.claiming']);
    await claim();
    await pay('2026-09-01');
    expect(await walk.status()).toMatchObject({ status: 'done', output: { finished: true } });
    const { service, reports, problems, staff } = await record();
    expect(service).toMatchObject({ status: 'completed', ...PERIOD });
    expect(staff).toHaveLength(2);
    expect(reports.map(({ periodEnd, status }) => [periodEnd, status])).toEqual([
      ['2026-05-31', 'accepted'],
      ['2026-06-30', 'accepted'],
      ['2026-07-31', 'accepted'],
      ['2026-08-31', 'accepted'],
    ]);
    expect(problems).toMatchObject([{ status: 'closed', rectifyBy: '2026-06-16' }]);
    await walk.assertSound();
  });

  it('reminds of a late report before and after, and warns the bureau', async () => {
    await begin();
    await walk.waitUntil('2026-06-15T02:00:00.000Z');
    expect(reminders('提交月报')).toEqual(['-P2WD', 'P0D', 'P1WD']);
    expect(levels('提交月报')).toEqual(['warning', 'head']);
    await reportMonth();
    await walk.assertSound();
  });

  it('climbs from the head to the province when the recheck stays undone', async () => {
    await begin();
    await walk.act(
      officer(),
      'serving.inspections.inspecting',
      'INSPECT',
      anInspection('2026-04-24', { conclusion: 'problem', finding: '问题' }),
    );
    await walk.act(bureau.as('deputy-leader'), 'serving.inspections.noticing', 'ISSUE', aRectificationNotice(10));
    await walk.act(manager(), 'serving.inspections.rectifying', 'SUBMIT', { measures: '补记', result: '已补齐' });
    await walk.waitUntil('2026-05-29T02:00:00.000Z');
    expect(levels('整改复查')).toEqual(['head', 'leader', 'city', 'province']);
    await walk.act(officer(), 'serving.inspections.rechecking', 'FAIL', { opinion: '未到位' });
    await walk.act(bureau.as('deputy-leader'), 'serving.inspections.noticing', 'ISSUE', {
      ...aRectificationNotice(5),
      documentNumber: '昭民〔2026〕20号',
    });
    expect((await record()).problems.map(({ status }) => status)).toEqual(['failed', 'open']);
  });

  it('names the conditions that keep an instalment back', async () => {
    await begin();
    await walk.act(
      officer(),
      'serving.inspections.inspecting',
      'INSPECT',
      anInspection('2026-04-24', { conclusion: 'problem', finding: '问题' }),
    );
    await walk.waitUntil('2026-06-20T02:00:00.000Z');
    await claim();
    await expect(confirm()).rejects.toMatchObject({
      status: 422,
      code: 'monitoring.payment-conditions',
      details: { instalment: 1, failed: ['no-open-problem', 'reports-accepted'] },
    });
    expect(await walk.waiting()).toContain('serving.payments.confirming');
  });

  it('lets nobody approve the payment whose conditions they confirmed', async () => {
    const both = { ...officer(), roles: ['business-officer', 'leader'] };
    await begin();
    await claim();
    await confirm();
    await expect(walk.act(both, 'serving.payments.approving', 'APPROVE')).rejects.toMatchObject({
      status: 403,
      code: 'engine.separation-of-duties',
    });
    await walk.act(bureau.as('leader'), 'serving.payments.approving', 'APPROVE');
  });

  it('refuses a team without a certified social worker', async () => {
    const plan = aStaffingPlan({ members: [{ name: '某某', duty: 'social-worker' }] });
    await expect(walk.act(manager(), 'staffing', 'SUBMIT', plan)).rejects.toMatchObject({
      code: 'monitoring.no-social-worker',
    });
  });
});

describe('service log', () => {
  const entry = {
    servedOn: '2026-05-12',
    kind: 'visit' as const,
    villageCode: VILLAGE,
    people: 3,
    minutes: 90,
    content: '入户探访',
  };
  const worker = (): Caller => ({ ...contractor.as('social-worker'), permissions: new Set(['service-log.write']) });
  const add = (change: object, caller = worker()) =>
    engine.get(ServiceLogService).add(caller, walk.rootId, { ...entry, ...change });

  beforeEach(async () => {
    await begin();
    engine.clock.set('2026-05-12T10:00:00.000Z');
  });

  it('takes entries of the social worker and sums them up', async () => {
    await add({});
    await add({ servedOn: '2026-05-01', people: 20, kind: 'group' });
    expect((await record()).log).toEqual({ entries: 2, people: 23, minutes: 180 });
    const page = await engine.get(ServiceLogService).list(walk.rootId, { limit: 1 });
    expect(page).toMatchObject({
      items: [{ people: 20, village: '四川省凉山彝族自治州昭觉县竹核镇火洛村' }],
      next: expect.any(String),
    });
  });

  it.each([
    ['in the future', { servedOn: '2026-05-13' }, 'monitoring.date-outside'],
    ['before the contract', { servedOn: '2026-04-30' }, 'monitoring.date-outside'],
    ['in a village that is not there', { villageCode: '513431102999' }, 'monitoring.village-outside'],
    ['in a township', { villageCode: '513431102' }, 'monitoring.village-outside'],
  ])('refuses an entry %s', async (_, change, code) => {
    await expect(add(change)).rejects.toMatchObject({ code });
    expect((await record()).log.entries).toBe(0);
  });

  it('refuses everybody else', async () => {
    await expect(add({}, contractor.as('project-manager'))).rejects.toMatchObject({ status: 403 });
    await expect(add({}, { ...officer(), permissions: new Set(['service-log.write']) })).rejects.toMatchObject({
      status: 403,
    });
  });
});
