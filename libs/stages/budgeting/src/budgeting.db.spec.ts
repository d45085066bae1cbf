import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  ActCommand,
  AttachmentService,
  type CommandResult,
  engineSchema,
  Replayer,
  StartRootCommand,
  TimelineReader,
} from '#libs/engine';
import { type Caller, identitySchema, type OrganisationRecord } from '#libs/identity';
import type { JsonObject } from '#libs/kernel';
import { MoneyReader, ProjectReader, ProjectsModule, projectsSchema } from '#libs/projects';
import { useDatabase } from '#support/database';
import { startEngine } from '#testing/engine';
import { aCaller, anOrganisation, aUser } from '#testing/identity';
import { aFundAccount, aProject, type Begun } from '#testing/projects';
import { BudgetingModule, budgetingSchema } from './index.js';
import { BudgetReader } from './record/budget.reader.js';
import { aBudget, aBudgetLine } from './testing.js';

const database = await useDatabase([identitySchema, engineSchema, projectsSchema, budgetingSchema], { poolSize: 12 });
const engine = await startEngine({
  databaseUrl: database.url,
  modules: [ProjectsModule, BudgetingModule],
  schemas: [projectsSchema, budgetingSchema],
  poolSize: 12,
});
const { manager } = database.dataSource;
afterAll(() => engine.close());

const PLANNED = 2_500_000;
let bureau: OrganisationRecord;
let account: number;
let who: Record<'officer' | 'planner' | 'leader' | 'reviewer' | 'financeHead' | 'treasury', Caller>;

async function callerOf(organisation: OrganisationRecord, role: string): Promise<Caller> {
  const user = await aUser().of(organisation).withRoles(role).insert(database.dataSource);
  const { id: organisationId, divisionCode, kind: organisationKind } = organisation;
  const scope = { kind: 'division', prefix: divisionCode } as const;
  return aCaller({ userId: user.id, organisationId, divisionCode, organisationKind, roles: [role], scope });
}

beforeEach(async () => {
  engine.clock.set('2026-01-21T02:00:00.000Z');
  bureau = await anOrganisation().insert(database.dataSource);
  const finance = await anOrganisation().ofKind('finance').insert(database.dataSource);
  who = {
    officer: await callerOf(bureau, 'business-officer'),
    planner: await callerOf(bureau, 'planning-finance-officer'),
    leader: await callerOf(bureau, 'leader'),
    reviewer: await callerOf(finance, 'social-security-officer'),
    financeHead: await callerOf(finance, 'head'),
    treasury: await callerOf(finance, 'treasury-officer'),
  };
  account = (await aFundAccount().of(bureau.id).holding(10_000_000).insert(manager)).id;
  await engine.reloadDirectory();
});

/** The stage by itself, with the project's record beside it. */
async function begin(plannedAmount = PLANNED): Promise<CommandResult> {
  const begun = await engine.get(StartRootCommand).execute({
    caller: who.officer,
    process: 'budgeting.standard',
    kind: 'project',
    title: '易地搬迁社区融入',
    purchaserId: bureau.id,
    divisionCode: bureau.divisionCode,
    input: { plannedAmount, serviceFrom: '2026-05-01', serviceTo: '2026-08-31' },
    payload: {},
  });
  await aProject().of(bureau.id).with({ rootId: begun.rootId, plannedAmount }).insert(manager);
  return begun;
}

function act(caller: Caller, at: Begun, event: string, payload: JsonObject = {}): Promise<CommandResult> {
  return engine.get(ActCommand).execute({ caller, taskId: at.openedTasks[0] ?? 0, event, taskVersion: null, payload });
}

const OPINION = { opinion: '同意' };
const FULL = { lines: [{ line: 1, approvedAmount: PLANNED }], approvedTotal: PLANNED, opinion: '同意' };
const signOff = (approvedAmount: number): JsonObject => ({
  documentNo: '昭财社〔2026〕8号',
  approvedAmount,
  signedOn: '2026-02-02',
});
const RELEASE = { documentNo: '昭财库〔2026〕15号', releasedOn: '2026-02-04' };

async function untilFinance(budget: JsonObject = aBudget(account)): Promise<CommandResult> {
  const submitted = await act(who.officer, await begin(), 'SUBMIT', budget);
  const planned = await act(who.planner, submitted, 'APPROVE', OPINION);
  return act(who.leader, planned, 'APPROVE', OPINION);
}

describe('a budget', () => {
  it('goes from draft to release and posts approved and released', async () => {
    const reviewing = await untilFinance();
    const signing = await act(who.reviewer, reviewing, 'APPROVE', FULL);
    const releasing = await act(who.financeHead, signing, 'APPROVE', signOff(PLANNED));
    const { rootId } = await act(who.treasury, releasing, 'RELEASE', RELEASE);
    expect(await engine.get(MoneyReader).totals(manager, rootId)).toMatchObject({
      approved: PLANNED,
      released: PLANNED,
    });
    expect(await engine.get(ProjectReader).byId(rootId)).toMatchObject({ approvedAmount: PLANNED });
    const record = await engine.get(BudgetReader).byProject(rootId);
    expect(record).toMatchObject({ revision: 1, total: PLANNED, lines: [{ number: 1, approvedAmount: PLANNED }] });
    expect(record.targets.map(({ weight }) => weight)).toEqual([60, 30, 10]);
    expect(record.opinions.map(({ level }) => level)).toEqual(['planning', 'leader', 'finance']);
    expect(record.documents).toMatchObject([
      { kind: 'approval', documentNo: '昭财社〔2026〕8号', amount: PLANNED, onDate: '2026-02-02' },
      { kind: 'release', amount: PLANNED, onDate: '2026-02-04' },
    ]);
    expect(await engine.get(Replayer).replay(rootId)).toMatchObject({ identical: true });
  });

  it('posts what finance granted of a cut line of two sources', async () => {
    const second = (await aFundAccount().of(bureau.id).insert(manager)).id;
    const sources = [
      { account, amount: 1_500_000 },
      { account: second, amount: 1_000_000 },
    ];
    const reviewing = await untilFinance(aBudget(account, { lines: [aBudgetLine(account, { sources })] }));
    const granted = [
      { account, amount: 1_500_000 },
      { account: second, amount: 400_000 },
    ];
    const lines = [{ line: 1, approvedAmount: 1_900_000, reason: '人员标准偏高', sources: granted }];
    const signing = await act(who.reviewer, reviewing, 'APPROVE', {
      lines,
      approvedTotal: 1_900_000,
      opinion: '核减人员经费',
    });
    const { rootId } = await act(who.financeHead, signing, 'APPROVE', signOff(1_900_000));
    const accounts = await engine.get(MoneyReader).byAccount(manager, rootId);
    expect(accounts.map(({ approved }) => approved)).toEqual([1_500_000, 400_000]);
  });

  it('does not go above what is free, however many sign off at once', async () => {
    const waiting: CommandResult[] = [];
    for (let index = 0; index < 8; index += 1)
      waiting.push(await act(who.reviewer, await untilFinance(), 'APPROVE', FULL));
    const outcomes = await Promise.allSettled(
      waiting.map((at) => act(who.financeHead, at, 'APPROVE', signOff(PLANNED))),
    );
    const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as unknown] : []));
    expect(refused).toHaveLength(4);
    for (const reason of refused) {
      expect(reason).toMatchObject({
        code: 'projects.funds-exceeded',
        status: 422,
        details: { account, amount: PLANNED, free: 0 },
      });
    }
    const [sum]: { approved: number }[] = await manager.query(
      'SELECT approved FROM projects_fund_account WHERE id = ?',
      [account],
    );
    expect(sum?.approved).toBe(4 * PLANNED);
  });

  it('is signed off by somebody else than the reviewer', async () => {
    const signing = await act(who.reviewer, await untilFinance(), 'APPROVE', FULL);
    const promoted = { ...who.reviewer, roles: ['social-security-officer', 'head'] };
    const act2 = act(promoted, signing, 'APPROVE', signOff(PLANNED));
    await expect(act2).rejects.toMatchObject({ code: 'engine.separation-of-duties', status: 403 });
  });

  it('of a large amount waits for the party group, whose minutes are entered afterwards', async () => {
    const amount = 200_000_000;
    const budget = aBudget(account, { lines: [aBudgetLine(account, { amount })], total: amount });
    const submitted = await act(who.officer, await begin(amount), 'SUBMIT', budget);
    const planned = await act(who.planner, submitted, 'APPROVE', OPINION);
    const deciding = await act(who.leader, planned, 'APPROVE', OPINION);
    expect(deciding.active).toEqual(['groupDecision']);
    const file = { rootId: deciding.rootId, name: '纪要.txt', content: Buffer.from('会议纪要') };
    const { id: scan } = await engine.get(AttachmentService).upload(who.planner, file);
    const minutes = { body: 'party-group', minutesNo: '昭民党组〔2026〕3号', decidedOn: '2026-01-10', scan };
    const without = act(who.planner, deciding, 'RECORD', {
      ...minutes,
      scan: null,
      outcome: 'approved',
      opinion: '同意',
    });
    await expect(without).rejects.toMatchObject({ code: 'engine.form-refused' });
    const entered = await act(who.planner, deciding, 'RECORD', { ...minutes, outcome: 'approved', opinion: '同意' });
    expect(entered.active).toEqual(['financeReview']);
    const { items } = await engine.get(TimelineReader).read(entered.rootId, { limit: 50 });
    expect(items.find(({ event }) => event === 'RECORD')?.enteredFor).toEqual({
      at: '2026-01-10',
      document: null,
      reason: null,
    });
    const { opinions } = await engine.get(BudgetReader).byProject(entered.rootId);
    expect(opinions.at(-1)).toMatchObject({ level: 'party-group', outcome: 'agreed' });
  });

  it('ends without money when the leader refuses', async () => {
    const submitted = await act(who.officer, await begin(), 'SUBMIT', aBudget(account));
    const planned = await act(who.planner, submitted, 'APPROVE', OPINION);
    const ended = await act(who.leader, planned, 'REJECT', { opinion: '本年度不安排' });
    expect(ended.active).toEqual(['refused']);
    expect(await engine.get(MoneyReader).totals(manager, ended.rootId)).toMatchObject({ approved: 0 });
  });
});

describe('what is refused names field and rule and changes nothing', () => {
  it.each<[string, () => JsonObject, string, string]>([
    [
      'above the amount applied for',
      () => aBudget(account, { lines: [aBudgetLine(account, { amount: PLANNED + 1 })], total: PLANNED + 1 }),
      '/total',
      'within-planned-amount',
    ],
    ['an account that is not there', () => aBudget(999_999), '/lines/0/sources/0/account', 'fund-account'],
    [
      'weights that are not 100',
      () =>
        aBudget(account, {
          targets: [
            { dimension: 'output', indicator: '户次', operator: 'at-least', value: '1', unit: '次', weight: 99 },
          ],
        }),
      '/targets',
      'weights-sum',
    ],
  ])('a budget: %s', async (_what, budget, field, rule) => {
    const begun = await begin();
    const refusal = await act(who.officer, begun, 'SUBMIT', budget()).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ status: 422, fields: [expect.objectContaining({ field: `/form${field}`, rule })] });
    expect((await engine.get(BudgetReader).byProject(begun.rootId)).revision).toBe(0);
  });

  it('a sign-off over another amount than the review', async () => {
    const signing = await act(who.reviewer, await untilFinance(), 'APPROVE', FULL);
    const refusal = act(who.financeHead, signing, 'APPROVE', signOff(PLANNED - 1));
    await expect(refusal).rejects.toMatchObject({
      code: 'budgeting.sign-off-amount',
      fields: [{ field: '/form/approvedAmount' }],
    });
  });
});
