import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AttachmentService, engineSchema, InboxReader, Visibility } from '#libs/engine';
import { identitySchema } from '#libs/identity';
import { LedgerService, ProjectsModule, projectsSchema } from '#libs/projects';
import { CaseWalk, Office } from '#support/case-walk';
import { useDatabase } from '#support/database';
import { startEngine } from '#testing/engine';
import { aFundAccount, aProject, ledgerContext } from '#testing/projects';
import { ProcurementModule, procurementSchema } from './index.js';
import { OpportunityReader } from './record/opportunity.reader.js';
import { ProcurementReader } from './record/procurement.reader.js';
import { aNeed, aSheet, RememberedNotices, RememberedNoticesModule } from './testing.js';

const COUNTY = '513431';
const APPROVED = 110_000_000;
const schemas = [identitySchema, engineSchema, projectsSchema, procurementSchema];
const database = await useDatabase(schemas);
const engine = await startEngine({
  databaseUrl: database.url,
  schemas: [projectsSchema, procurementSchema],
  modules: [ProjectsModule, ProcurementModule, RememberedNoticesModule],
});
afterAll(() => engine.close());

let bureau: Office;
let finance: Office;
let experts: Office;
let morning: Office;
let heart: Office;
let walk: CaseWalk;

beforeEach(async () => {
  engine.clock.set('2026-03-02T02:00:00.000Z');
  engine.get(RememberedNotices).kinds.length = 0;
  const open = (kind: string, division: string, ...roles: string[]) =>
    Office.open(database.dataSource, { kind, division }, ...roles);
  bureau = await open('civil-affairs', COUNTY, 'business-officer', 'procurement-officer', 'leader');
  finance = await open('finance', COUNTY, 'social-security-officer');
  experts = await open('expert-pool', '51', 'expert', 'expert', 'expert', 'expert');
  morning = await open('social-organisation', COUNTY, 'legal-representative');
  heart = await open('social-organisation', '5134', 'legal-representative');
  await engine.reloadDirectory();
  walk = await CaseWalk.start(engine, database.dataSource, {
    purchaser: bureau,
    process: 'procurement.competitive-consultation',
    input: { approvedAmount: APPROVED, method: 'competitive-consultation' },
  });
  await fund(walk.rootId);
});

/** The project has its money before it buys. */
async function fund(rootId: number): Promise<void> {
  await database.dataSource.transaction(async (manager) => {
    await aProject().of(bureau.id).with({ rootId }).insert(manager);
    const account = await aFundAccount().of(bureau.id).insert(manager);
    const context = ledgerContext(manager, rootId);
    await engine
      .get(LedgerService)
      .approve(context, [{ accountId: account.id, amount: APPROVED }], '昭财社〔2026〕1号');
    await engine.get(LedgerService).release(context, '昭财社〔2026〕1号');
  });
}

const officer = () => bureau.as('procurement-officer');
const notice = (title: string) => ({ title, body: `${title}正文。` });

async function announce(): Promise<void> {
  await walk.act(bureau.as('business-officer'), 'needDrafting', 'SUBMIT', aNeed());
  await walk.act(officer(), 'needReview', 'APPROVE');
  const intention = { ...notice('采购意向'), overview: '社区融入服务', budget: APPROVED, expectedMonth: '2026-04' };
  await walk.act(officer(), 'intentionDrafting', 'PUBLISH', intention);
  await walk.waitUntil('2026-04-02T02:00:00.000Z');
  const plan = { planNo: '昭采计〔2026〕5号', catalogueItem: '社会工作服务', organisationForm: 'self' };
  await walk.act(officer(), 'planFiling', 'SUBMIT', plan);
  await walk.act(finance.as('social-security-officer'), 'planAcceptance', 'ACCEPT', { filingNo: '备2026-5' });
  const document = await walk.attachment(officer(), '磋商文件.pdf');
  await walk.act(officer(), 'announcing', 'ANNOUNCE', { number: 'ZJ-2026-23', ...notice('磋商公告'), document });
}

async function respond(supplier: Office, price: number): Promise<void> {
  const caller = supplier.as('legal-representative');
  const document = await walk.attachment(caller, '响应文件.pdf');
  await walk.send(caller, 'RESPOND', { price, servicePlan: '服务方案', manager: '负责人', document, promise: true });
}

const opening = () => walk.waitUntil('2026-04-14T02:00:00.000Z');
const record = () => engine.get(ProcurementReader).read(walk.rootId);

/** Files that the purchaser finds in the case. */
async function documents(): Promise<string[]> {
  const scope = { kind: 'division', prefix: COUNTY } as const;
  const files = await engine.get(AttachmentService).ofCase({ ...officer(), scope }, walk.rootId);
  return files.map(({ name }) => name);
}

async function declare(): Promise<void> {
  await walk.act(officer(), 'panelDrawing', 'DRAW', { recordNumber: '抽取2026-7' });
  for (const expert of await panel()) {
    await walk.act(expert, 'declaring', 'DECLARE', { hasConflict: false, statement: '无利害关系' });
  }
}

async function panel() {
  const rows: { user_id: number }[] = await database.dataSource.query(
    `SELECT user_id FROM procurement_panel_member WHERE root_id = ? AND status <> 'replaced' ORDER BY id`,
    [walk.rootId],
  );
  const ids = rows.map((row) => Number(row.user_id));
  return experts.all('expert').filter((expert) => ids.includes(expert.userId));
}

const panelIds = async () => (await panel()).map(({ userId }) => userId);

/** Experts of the pool who find the panel's task in their inbox. */
async function askedExperts(): Promise<number[]> {
  const inbox = engine.get(InboxReader);
  const found: number[] = [];
  for (const expert of experts.all('expert')) {
    const { items } = await inbox.read(expert, { box: 'todo', limit: 10 });
    if (items.length > 0) found.push(expert.userId);
  }
  return found;
}

/** The first response is the better one. */
async function score(): Promise<void> {
  const [first, second] = (await record()).responses;
  const sheet = aSheet(
    new Map([
      [first?.id ?? 0, [46, 27]],
      [second?.id ?? 0, [40, 22]],
    ]),
  );
  for (const expert of await panel()) await walk.act(expert, 'scoring', 'SCORE', sheet);
}

async function report(): Promise<void> {
  const attachment = await walk.attachment(officer(), '评审报告.pdf');
  await walk.act(officer(), 'reporting', 'SUBMIT', { report: attachment, summary: '评审情况正常。' });
}

const award = () => walk.act(officer(), 'awarding', 'PUBLISH', { noticeNo: '成交2026-23', ...notice('成交公告') });

async function contract(change: Record<string, unknown> = {}) {
  const terms = {
    number: '昭民合〔2026〕3号',
    contractAmount: 108_000_000,
    serviceFrom: '2026-05-01',
    serviceTo: '2026-08-31',
  };
  const instalments = [
    { number: 1, amount: 54_000_000, condition: '签约并审核团队后' },
    { number: 2, amount: 54_000_000, condition: '服务期满后' },
  ];
  const document = await walk.attachment(officer(), '合同.pdf');
  return { ...terms, instalments, content: '服务内容', liability: '违约责任', document, ...change };
}

describe('competitive consultation', () => {
  it('runs from the need to the filed contract', async () => {
    await announce();
    await respond(morning, 108_000_000);
    await respond(heart, 105_000_000);
    await opening();
    await declare();
    await score();
    await report();
    await walk.act(bureau.as('leader'), 'confirming', 'CONFIRM', { minutesNo: '党组纪要2026-9' });
    await award();
    await walk.act(officer(), 'contracting.drafting', 'SUBMIT', await contract());
    await walk.act(morning.as('legal-representative'), 'contracting.contractorSigning', 'SIGN');
    await walk.act(bureau.as('leader'), 'contracting.purchaserSigning', 'SIGN');
    await walk.act(officer(), 'contractPublishing', 'PUBLISH', { noticeNo: '合公2026-3', ...notice('合同公告') });
    await walk.act(officer(), 'contractFiling', 'FILE', { filingNo: '合备2026-3' });

    const output = {
      awarded: true,
      contractor: morning.id,
      contractAmount: 108_000_000,
      serviceFrom: '2026-05-01',
      serviceTo: '2026-08-31',
    };
    expect(await walk.status()).toEqual({ status: 'done', output });
    expect(engine.get(RememberedNotices).kinds).toEqual([
      'procurement-intention',
      'consultation-notice',
      'award-notice',
      'contract-notice',
    ]);
    const { responses, awards, panel: names } = await record();
    expect(responses.map(({ total, place }) => [total, place])).toEqual([
      [9244, 1],
      [8200, 2],
    ]);
    expect(awards).toMatchObject([{ organisationId: morning.id, candidate: 1, isSilent: false }]);
    expect(names).toHaveLength(3);
    await walk.assertSound();
  });

  it('refuses a ceiling above the approved budget, naming field and rule', async () => {
    const act = walk.act(
      bureau.as('business-officer'),
      'needDrafting',
      'SUBMIT',
      aNeed({ ceilingPrice: APPROVED + 1 }),
    );
    await expect(act).rejects.toMatchObject({
      status: 422,
      code: 'procurement.price-above-limit',
      fields: [{ field: expect.stringContaining('/ceilingPrice'), rule: 'within-limit' }],
    });
    expect(await walk.waiting()).toEqual(['needDrafting']);
    expect((await record()).need).toBeNull();
  });

  it('refuses criteria that do not make 100 points with the price', async () => {
    const act = walk.act(
      bureau.as('business-officer'),
      'needDrafting',
      'SUBMIT',
      aNeed({ criteria: [{ name: '服务方案', points: 81 }] }),
    );
    await expect(act).rejects.toMatchObject({ code: 'procurement.criteria-points' });
  });

  it('keeps every response sealed until the periods are over, and opens at their end', async () => {
    await announce();
    await respond(morning, 108_000_000);
    await expect(respond(morning, 100_000_000)).rejects.toMatchObject({ status: 409 });
    await expect(respond(heart, APPROVED + 1)).rejects.toMatchObject({ code: 'procurement.price-above-limit' });
    await respond(heart, 105_000_000);
    const opportunities = await engine.get(OpportunityReader).announced(heart.id, { limit: 20 });
    expect(opportunities.items).toMatchObject([{ instanceId: walk.instanceId, hasResponded: true }]);
    expect(await engine.get(Visibility).maySee(heart.as('legal-representative'), walk.rootId)).toBe(false);
    expect(await documents()).toEqual(['磋商文件.pdf']);
    // Ten days from 2 April end on Sunday the 12th and so on Monday the 13th, at 24:00.
    await walk.waitUntil('2026-04-13T15:59:59.000Z');
    expect(await record()).toMatchObject({ responses: [], panel: [], round: { status: 'announced', openedAt: null } });
    await walk.waitUntil('2026-04-13T16:00:00.000Z');
    expect(await walk.waiting()).toEqual(['panelDrawing']);
    expect((await record()).responses.map(({ price }) => price)).toEqual([108_000_000, 105_000_000]);
    expect((await documents()).sort()).toEqual(['响应文件.pdf', '响应文件.pdf', '磋商文件.pdf']);
    await expect(respond(heart, 1)).rejects.toMatchObject({ status: 422 });
    await walk.assertSound();
  });

  it('fails with no response at all', async () => {
    await announce();
    await opening();
    expect(await walk.waiting()).toEqual(['terminating']);
    expect(await record()).toMatchObject({ responses: [], round: { status: 'opened' } });
  });

  it('fails with fewer than two responses', async () => {
    await announce();
    await respond(morning, 108_000_000);
    await opening();
    await walk.act(officer(), 'terminating', 'PUBLISH', { ...notice('终止公告'), reason: '响应不足两家' });
    expect(await walk.status()).toMatchObject({ status: 'done', output: { awarded: false } });
  });

  it('replaces a member who declares a conflict, and lets nobody score twice', async () => {
    await announce();
    await respond(morning, 108_000_000);
    await respond(heart, 105_000_000);
    await opening();
    await walk.act(officer(), 'panelDrawing', 'DRAW', { recordNumber: '抽取2026-7' });
    const [conflicted] = await panel();
    if (!conflicted) throw new Error('nobody was drawn');
    expect(await askedExperts()).toEqual(await panelIds());
    await walk.act(conflicted, 'declaring', 'DECLARE', { hasConflict: true, statement: '曾任该单位理事' });
    expect(await askedExperts()).toEqual(await panelIds());
    expect(await panelIds()).not.toContain(conflicted.userId);
    for (const expert of await panel()) {
      await walk.act(expert, 'declaring', 'DECLARE', { hasConflict: false, statement: '无利害关系' });
    }
    expect(await walk.waiting()).toEqual(['scoring']);
    const [first, second] = (await record()).responses;
    const sheet = aSheet(
      new Map([
        [first?.id ?? 0, [46, 27]],
        [second?.id ?? 0, [40, 22]],
      ]),
    );
    await expect(walk.act(conflicted, 'scoring', 'SCORE', sheet)).rejects.toMatchObject({ status: 403 });
    const [member] = await panel();
    if (!member) throw new Error('the panel is empty');
    const half = aSheet(new Map([[first?.id ?? 0, [46, 27]]]));
    await expect(walk.act(member, 'scoring', 'SCORE', half)).rejects.toMatchObject({
      code: 'procurement.sheet-incomplete',
    });
    await walk.act(member, 'scoring', 'SCORE', sheet);
    await expect(walk.act(member, 'scoring', 'SCORE', sheet)).rejects.toMatchObject({ status: 409 });
    await walk.assertSound();
  });

  it('takes silence for the first in rank, and goes to the next when the winner refuses', async () => {
    await announce();
    await respond(morning, 108_000_000);
    await respond(heart, 105_000_000);
    await opening();
    await declare();
    await score();
    await report();
    await walk.waitUntil('2026-04-25T02:00:00.000Z');
    expect(await walk.waiting()).toEqual(['awarding']);
    expect((await record()).awards).toMatchObject([{ organisationId: morning.id, isSilent: true }]);
    await award();
    const wrong = contract({ contractAmount: 107_000_000 });
    await expect(walk.act(officer(), 'contracting.drafting', 'SUBMIT', await wrong)).rejects.toMatchObject({
      code: 'procurement.contract-draft',
    });
    await walk.act(officer(), 'contracting.drafting', 'SUBMIT', await contract());
    await walk.act(morning.as('legal-representative'), 'contracting.contractorSigning', 'REFUSE', {
      reason: '人员不足',
    });
    await walk.act(bureau.as('leader'), 'confirming', 'CONFIRM', { minutesNo: '党组纪要2026-10' });
    expect((await record()).awards).toMatchObject([
      { organisationId: morning.id, revokedAt: expect.any(Date) },
      { organisationId: heart.id, candidate: 2, price: 105_000_000, revokedAt: null },
    ]);
    await walk.assertSound();
  });
});
