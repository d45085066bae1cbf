import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { engineSchema, HistoryReader } from '#libs/engine';
import { identitySchema } from '#libs/identity';
import { LedgerService, ProjectReader, ProjectsModule, projectsSchema } from '#libs/projects';
import { CaseWalk, Office } from '#support/case-walk';
import { useDatabase } from '#support/database';
import { shippedWorkflows, stageFrame } from '#support/shipped-workflows';
import { startEngine } from '#testing/engine';
import { aFundAccount, aProject, ledgerContext } from '#testing/projects';
import { EvaluationModule, evaluationSchema } from './index.js';
import { EvaluationReader } from './record/evaluation.reader.js';
import {
  aSelfReport,
  aSurvey,
  anAcceptance,
  RememberedNotices,
  RememberedNoticesModule,
  someScores,
} from './testing.js';

const COUNTY = '513431';
const STRICT_COUNTY = '511921';
const PAID = 108_000_000;
const RELEASED = 110_000_000;
const schemas = [identitySchema, engineSchema, projectsSchema, evaluationSchema];
const database = await useDatabase(schemas);
const engine = await startEngine({
  databaseUrl: database.url,
  workflows: {
    ...shippedWorkflows('evaluation/evaluation.standard.yaml'),
    'test/frame.yaml': stageFrame('evaluation.standard'),
  },
  regions: { [`${STRICT_COUNTY}.yaml`]: 'decisions:\n  evaluation-grade: { excellent: 9500 }\n' },
  schemas: [projectsSchema, evaluationSchema],
  modules: [ProjectsModule, EvaluationModule, RememberedNoticesModule],
});
afterAll(() => engine.close());

let bureau: Office;
let contractor: Office;
let village: Office;
let walk: CaseWalk;

beforeEach(() => begin(COUNTY));

async function begin(county: string): Promise<void> {
  engine.clock.set('2026-09-14T02:00:00.000Z');
  engine.get(RememberedNotices).kinds.length = 0;
  const open = (kind: string, division: string, ...roles: string[]) =>
    Office.open(database.dataSource, { kind, division }, ...roles);
  bureau = await open('civil-affairs', county, 'business-officer', 'head', 'planning-finance-officer', 'leader');
  contractor = await open('social-organisation', county, 'project-manager');
  village = await open('village-committee', `${county}102201`, 'village-officer');
  await engine.reloadDirectory();
  walk = await CaseWalk.start(engine, database.dataSource, {
    purchaser: bureau,
    process: 'test.frame',
    input: {
      contractor: contractor.id,
      village: village.id,
      contractAmount: PAID,
      serviceFrom: '2026-05-01',
      serviceTo: '2026-08-31',
    },
  });
  await spend(walk.rootId);
}

async function spend(rootId: number): Promise<void> {
  await database.dataSource.transaction(async (manager) => {
    await aProject().of(bureau.id).with({ rootId }).insert(manager);
    const account = await aFundAccount().of(bureau.id).insert(manager);
    const context = ledgerContext(manager, rootId);
    const ledger = engine.get(LedgerService);
    await ledger.approve(context, [{ accountId: account.id, amount: RELEASED }], '昭财社〔2026〕1号');
    await ledger.release(context, '昭财社〔2026〕1号');
    await ledger.commit(context, PAID, '昭民合〔2026〕3号');
    await ledger.pay(context, PAID, '国支001');
  });
}

const record = () => engine.get(EvaluationReader).read(walk.rootId);
const survey = (change = {}) => walk.act(village.as('village-officer'), 'surveying', 'SUBMIT', aSurvey(change));
const accept = (change = {}) => walk.act(bureau.as('head'), 'accepting', 'SUBMIT', anAcceptance(change));
const score = (change = {}) => walk.act(bureau.as('planning-finance-officer'), 'scoring', 'SCORE', someScores(change));
const decide = () => walk.act(bureau.as('leader'), 'grading', 'APPROVE', { documentNumber: '昭民〔2026〕41号' });
const report = () => walk.act(contractor.as('project-manager'), 'selfReporting', 'SUBMIT', aSelfReport());

async function untilScoring(): Promise<void> {
  await report();
  await survey();
  await accept();
}

describe('evaluation', () => {
  it('runs from the self-report to the returned money', async () => {
    await untilScoring();
    await score();
    await decide();
    await walk.act(bureau.as('business-officer'), 'publishing', 'PUBLISH', {
      title: '绩效评价结果',
      body: '等级：优。',
    });
    await walk.act(bureau.as('planning-finance-officer'), 'settling', 'SETTLE', {
      documentNumber: '昭财社〔2026〕60号',
    });
    expect(await walk.status()).toMatchObject({ status: 'done' });
    expect(engine.get(RememberedNotices).kinds).toEqual(['evaluation-result']);
    const { result, survey: asked, scores, acceptances } = await record();
    expect(result).toMatchObject({ grade: '优', score: 9360, publishedAt: expect.any(Date) });
    expect(asked).toMatchObject({ sampleSize: 30, satisfaction: 9500 });
    expect(scores).toHaveLength(8);
    expect(acceptances).toMatchObject([{ conclusion: 'qualified', items: [{ result: 'met' }, { result: 'met' }] }]);
    expect(await engine.get(ProjectReader).byId(walk.rootId)).toMatchObject({ grade: '优', score: 9360 });
    const [returned] = await database.dataSource.query(
      'SELECT SUM(returned) AS fen FROM projects_balance WHERE root_id = ?',
      [walk.rootId],
    );
    expect(Number(returned.fen)).toBe(RELEASED - PAID);
    await walk.assertSound();
  });

  it.each([
    ['优', 9000, {}],
    ['良', 8999, {}],
    ['良', 8000, {}],
    ['中', 7999, {}],
    ['中', 6000, {}],
    ['差', 5999, {}],
  ])('gives %s for %i hundredths', async (grade, total) => {
    await untilScoring();
    const rest = Math.max(0, total - 3000);
    const spread = { execution: 0, satisfaction: 0, social: 2000, sustainability: 1000 };
    const parts = { quantity: Math.min(1500, rest), quality: Math.min(1500, Math.max(0, rest - 1500)) };
    const others = {
      timeliness: Math.min(1000, Math.max(0, rest - 3000)),
      cost: Math.min(1000, Math.max(0, rest - 4000)),
    };
    await score({ ...spread, ...parts, ...others, execution: Math.min(1000, Math.max(0, rest - 5000)) });
    await decide();
    expect((await record()).result).toMatchObject({ grade, score: total });
  });

  it('gives the grade of the region where it sets another threshold, and records how it was found', async () => {
    await begin(STRICT_COUNTY);
    await untilScoring();
    await score();
    await decide();
    expect((await record()).result).toMatchObject({ grade: '良', score: 9360 });
    const history = await engine.get(HistoryReader).readAll(walk.rootId);
    const asked = history.flatMap(({ facts }) => facts['decisions'] ?? []);
    expect(asked).toContainEqual(
      expect.objectContaining({ table: 'evaluation-grade', inputs: { score: 9360 }, rules: [2] }),
    );
    await walk.assertSound();
  });

  it('gives the contractor its time from the day on which the contract is fulfilled, however late the last payment', async () => {
    const [task] = await database.dataSource.query(
      "SELECT due_at FROM engine_task WHERE root_id = ? AND state = 'selfReporting'",
      [walk.rootId],
    );
    // 14 September and fifteen working days; 1 to 7 October is the holiday, 20 September and 10 October are worked.
    expect(task.due_at.toISOString()).toBe('2026-10-10T16:00:00.000Z');
  });

  it('asks the committee to ask enough people, and counts that fit', async () => {
    await report();
    const few = { respondents: 29, verySatisfied: 29, satisfied: 0, neutral: 0 };
    await expect(survey(few)).rejects.toMatchObject({ code: 'evaluation.sample-too-small', details: { least: 30 } });
    await expect(survey({ satisfied: 9 })).rejects.toMatchObject({ code: 'evaluation.survey-counts' });
    await expect(survey({ surveyedOn: '2026-02-30' })).rejects.toMatchObject({
      code: 'engine.form-refused',
      fields: [{ field: expect.stringContaining('/surveyedOn'), rule: 'format' }],
    });
    expect(await walk.waiting()).toEqual(['surveying']);
  });

  it('lets the contractor correct what was not accepted', async () => {
    await report();
    await survey();
    await accept({ conclusion: 'unqualified' });
    await walk.act(contractor.as('project-manager'), 'correcting', 'SUBMIT', { measures: '已补齐' });
    await accept();
    expect((await record()).acceptances.map(({ conclusion }) => conclusion)).toEqual(['unqualified', 'qualified']);
    expect(await walk.waiting()).toEqual(['scoring']);
  });

  it('scores again when the decision is returned, and refuses more than the points', async () => {
    await untilScoring();
    await expect(score({ execution: 1001 })).rejects.toMatchObject({ code: 'evaluation.score-above-points' });
    await score();
    await walk.act(bureau.as('leader'), 'grading', 'RETURN', { opinion: '请复核产出指标' });
    await score({ quality: 1280 });
    await decide();
    expect((await record()).result).toMatchObject({ score: 9260 });
  });
});
