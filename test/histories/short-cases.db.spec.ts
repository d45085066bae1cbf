import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CaseRecorder, engineSchema, parseRecording, recordingText, replayRecording, ReturnTaskCommand, WithdrawCommand } from '#libs/engine';
import { identitySchema } from '#libs/identity';
import { startEngine } from '#testing/engine';
import { aFundAccount, startProject } from '#testing/projects';
import { aNeed } from '#testing/stages/application';
import { aBudget, aBudgetLine } from '#testing/stages/budgeting';
import { DOMAIN_MODULES, SCHEMAS } from '../../apps/domain.js';
import { CaseWalk, Office } from '../support/case-walk.js';
import { useDatabase } from '../support/database.js';

const COUNTY = '513431';
const PLANNED = 110_000_000;
const ABOVE = SCHEMAS.filter((schema) => schema !== identitySchema && schema !== engineSchema);
const database = await useDatabase(SCHEMAS, { keep: true });
// Reminders and rungs go to a fake; everything else is what api and worker run.
const modules = DOMAIN_MODULES.filter(({ name }) => !['IdentityModule', 'EngineModule', 'DeadlinesModule'].includes(name));
const engine = await startEngine({ databaseUrl: database.url, schemas: ABOVE, modules });
afterAll(() => engine.close());

const { dataSource } = database;
const open = (kind: string, division: string, ...roles: string[]) => Office.open(dataSource, { kind, division }, ...roles);
engine.clock.set('2026-01-05T02:00:00.000Z');
const bureau = await open('civil-affairs', COUNTY, 'business-officer', 'planning-finance-officer', 'deputy-leader', 'leader');
await open('finance', COUNTY, 'social-security-officer', 'head');
const township = await open('township', '513431102', 'township-officer');
const village = await open('village-committee', '513431102201', 'village-officer');
const officer = bureau.as('business-officer');
beforeAll(() => engine.reloadDirectory());

async function begin(): Promise<CaseWalk> {
  engine.clock.set('2026-01-05T02:00:00.000Z');
  const { rootId } = await startProject(engine, officer);
  const walk = CaseWalk.of(engine, dataSource, rootId);
  await walk.act(officer, 'needDrafting', 'SUBMIT', aNeed());
  return walk;
}

async function agreeBelow(walk: CaseWalk): Promise<void> {
  const stampedScan = await walk.attachment(village.as('village-officer'));
  const agreed = { opinion: '同意申报', meetingOn: '2026-01-05', venue: '村级活动室一间', stampedScan };
  await walk.act(village.as('village-officer'), 'villageOpinion', 'APPROVE', agreed);
  await walk.act(township.as('township-officer'), 'townshipOpinion', 'APPROVE', { opinion: '情况属实' });
}

async function taskIn(walk: CaseWalk, state: string, status: string): Promise<number> {
  const rows: { id: number }[] = await dataSource.query(
    'SELECT id FROM engine_task WHERE root_id = ? AND state = ? AND status = ? ORDER BY id DESC LIMIT 1',
    [walk.rootId, state, status],
  );
  return Number(rows[0]?.id ?? 0);
}

/** Late and returned, corrected twice, and refused by the county in the end. */
async function rejectedApplication(): Promise<CaseWalk> {
  const walk = await begin();
  await walk.waitUntil('2026-01-26T02:00:00.000Z');
  await walk.act(village.as('village-officer'), 'villageOpinion', 'RETURN', { opinion: '服务对象人数有误' });
  await walk.act(officer, 'amending', 'SUBMIT', aNeed());
  await agreeBelow(walk);
  await engine.get(ReturnTaskCommand).execute({
    caller: bureau.as('deputy-leader'),
    taskId: await taskIn(walk, 'countyReview', 'open'),
    taskVersion: null,
    to: 'townshipOpinion',
    comment: '请补充推荐理由',
  });
  await walk.act(township.as('township-officer'), 'townshipOpinion', 'APPROVE', { opinion: '情况属实,推荐理由如附' });
  await walk.act(bureau.as('deputy-leader'), 'countyReview', 'REJECT', { opinion: '不属于政府购买服务指导性目录' });
  return walk;
}

/** Taken back once, and still open with finance behind time. */
async function openBudget(): Promise<CaseWalk> {
  const walk = await begin();
  await agreeBelow(walk);
  const passed = { opinion: '材料齐全', complete: true, withinDuties: true };
  await walk.act(bureau.as('deputy-leader'), 'countyReview', 'APPROVE', passed);
  const decided = { opinion: '同意立项', documentNo: '昭民〔2026〕12号', decidedOn: '2026-01-05' };
  await walk.act(bureau.as('leader'), 'decision', 'APPROVE', decided);
  const account = await aFundAccount().of(bureau.id).insert(dataSource.manager);
  const lines = [aBudgetLine(account.id, { amount: PLANNED })];
  await walk.act(officer, 'drafting', 'SUBMIT', aBudget(account.id, { lines, total: PLANNED }));
  await walk.act(bureau.as('planning-finance-officer'), 'planningReview', 'RETURN', { opinion: '请说明资金来源' });
  await engine.get(WithdrawCommand).execute({
    caller: bureau.as('planning-finance-officer'),
    taskId: await taskIn(walk, 'planningReview', 'done'),
    comment: '资金来源已在附表中说明',
  });
  await walk.act(bureau.as('planning-finance-officer'), 'planningReview', 'APPROVE', { opinion: '同意' });
  await walk.act(bureau.as('leader'), 'leaderApproval', 'APPROVE', { opinion: '同意' });
  await walk.waitUntil('2026-02-27T02:00:00.000Z');
  return walk;
}

describe('a recording', () => {
  it.each([
    ['rejected-application', rejectedApplication, 'done'],
    ['open-budget', openBudget, 'open'],
  ] as const)('of %s holds all that replay needs', async (name, play, status) => {
    const walk = await play();
    await walk.assertSound();
    const recording = await engine.get(CaseRecorder).record(walk.rootId, name);
    expect(recording.root).toMatchObject({ process: 'project.lifecycle', status });
    const read = parseRecording(recordingText(recording));
    expect(read).toEqual(recording);
    expect(replayRecording(recording)).toEqual([]);
  });
});
