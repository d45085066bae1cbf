import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ActCommand, AttachmentService, ChainVerifier, type CommandResult, engineSchema, Replayer } from '#libs/engine';
import { type Caller, identitySchema, type OrganisationRecord } from '#libs/identity';
import type { JsonObject } from '#libs/kernel';
import { ProjectReader, ProjectsModule, projectsSchema } from '#libs/projects';
import { useDatabase } from '#support/database';
import { startEngine } from '#testing/engine';
import { aCaller, anOrganisation, aUser } from '#testing/identity';
import { type Begun, startProject } from '#testing/projects';
import { ApplicationModule, applicationSchema } from './index.js';
import { ApplicationReader } from './record/application.reader.js';
import { aNeed } from './testing.js';

const database = await useDatabase([identitySchema, engineSchema, projectsSchema, applicationSchema]);
const engine = await startEngine({
  databaseUrl: database.url,
  modules: [ProjectsModule, ApplicationModule],
  schemas: [projectsSchema, applicationSchema],
});
afterAll(() => engine.close());

let bureau: OrganisationRecord;
let officer: Caller;
let village: Caller;
let township: Caller;
let deputy: Caller;
let leader: Caller;

async function callerOf(organisation: OrganisationRecord, ...roles: string[]): Promise<Caller> {
  const user = await aUser()
    .of(organisation)
    .withRoles(...roles)
    .insert(database.dataSource);
  const { id: organisationId, divisionCode } = organisation;
  const scope =
    organisation.kind === 'civil-affairs'
      ? ({ kind: 'division', prefix: divisionCode } as const)
      : ({ kind: 'party', organisationId } as const);
  return aCaller({ userId: user.id, organisationId, divisionCode, organisationKind: organisation.kind, roles, scope });
}

beforeEach(async () => {
  engine.clock.set('2026-01-05T02:00:00.000Z');
  bureau = await anOrganisation().insert(database.dataSource);
  const townshipOffice = await anOrganisation().ofKind('township').in('513431102').insert(database.dataSource);
  const committee = await anOrganisation().ofKind('village-committee').in('513431102201').insert(database.dataSource);
  officer = await callerOf(bureau, 'business-officer');
  deputy = await callerOf(bureau, 'deputy-leader');
  leader = await callerOf(bureau, 'leader');
  township = await callerOf(townshipOffice, 'township-officer');
  village = await callerOf(committee, 'village-officer');
  await engine.reloadDirectory();
});

const begin = (): Promise<Begun> => startProject(engine, officer);

function act(caller: Caller, at: Begun, event: string, payload: JsonObject = {}): Promise<CommandResult> {
  return engine.get(ActCommand).execute({ caller, taskId: at.openedTasks[0] ?? 0, event, taskVersion: null, payload });
}

async function stampedOpinion(rootId: number): Promise<JsonObject> {
  const content = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
  const scan = await engine.get(AttachmentService).upload(village, { rootId, name: '意见.pdf', content });
  return { opinion: '同意申报', meetingOn: '2026-01-06', venue: '村级活动室一间', stampedScan: scan.id };
}

const OPINION = { opinion: '情况属实,同意。' };
const REVIEW = { opinion: '材料齐全', complete: true, withinDuties: true };
const DECISION = { opinion: '同意立项', documentNo: '昭民〔2026〕12号', decidedOn: '2026-01-20' };

async function untilReview(): Promise<CommandResult> {
  const begun = await begin();
  const submitted = await act(officer, begun, 'SUBMIT', aNeed());
  const agreed = await act(village, submitted, 'APPROVE', await stampedOpinion(begun.rootId));
  return act(township, agreed, 'APPROVE', OPINION);
}

describe('an application', () => {
  it('goes from need to decision and on into budgeting, with all records', async () => {
    const reviewing = await untilReview();
    const deciding = await act(deputy, reviewing, 'APPROVE', REVIEW);
    const decided = await act(leader, deciding, 'APPROVE', DECISION);
    const { rootId } = decided;
    const records = await engine.get(ApplicationReader).byProject(rootId);
    expect(records.need).toMatchObject({
      revision: 1,
      plannedAmount: 110_000_000,
      serviceFrom: '2026-05-01',
      problemFoundOn: '2025-12-10',
    });
    expect(records.need?.answers.map(({ question }) => question).sort()).toEqual([
      ...Array.from({ length: 4 }, () => 'feasibility'),
      ...Array.from({ length: 5 }, () => 'fitness'),
      ...Array.from({ length: 4 }, () => 'principle'),
    ]);
    expect(records.need?.numbers).toEqual([
      { townshipCode: '513431102', servedCount: 1658, staffCount: 2, servedPerStaff: 829 },
    ]);
    expect(records.opinions.map(({ level, outcome }) => [level, outcome])).toEqual([
      ['village', 'agreed'],
      ['township', 'agreed'],
      ['county', 'agreed'],
    ]);
    expect(records.opinions[0]?.attachmentId).toEqual(expect.any(Number));
    expect(records.decision).toMatchObject({
      outcome: 'approved',
      documentNo: '昭民〔2026〕12号',
      decidedOn: '2026-01-20',
    });
    expect(await engine.get(ProjectReader).byId(rootId)).toMatchObject({
      stage: 'budgeting',
      category: 'h',
      villageCode: '513431102201',
      serviceTo: '2026-08-31',
    });
    expect(await engine.get(Replayer).replay(rootId)).toMatchObject({ identical: true });
    expect(await engine.get(ChainVerifier).verify(rootId)).toMatchObject({ valid: true });
  });

  it('comes back for correction and is submitted again as a second revision', async () => {
    const reviewing = await untilReview();
    const amending = await act(deputy, reviewing, 'RETURN', { opinion: '服务标准须量化' });
    const again = await act(officer, amending, 'SUBMIT', aNeed({ serviceStandard: '每月入户不少于150户次' }));
    const records = await engine.get(ApplicationReader).byProject(again.rootId);
    expect(records.need).toMatchObject({ revision: 2, serviceStandard: '每月入户不少于150户次' });
  });

  it('ends the project when it is rejected', async () => {
    const reviewing = await untilReview();
    const { rootId } = await act(deputy, reviewing, 'REJECT', { opinion: '不属于民政职责' });
    expect(await engine.get(ProjectReader).byId(rootId)).toMatchObject({ status: 'rejected', stage: 'application' });
  });

  it('does not let the drafter review', async () => {
    const both = await callerOf(bureau, 'business-officer', 'deputy-leader');
    await engine.reloadDirectory();
    const begun = await startProject(engine, both);
    const submitted = await act(both, begun, 'SUBMIT', aNeed());
    const agreed = await act(village, submitted, 'APPROVE', await stampedOpinion(begun.rootId));
    const reviewing = await act(township, agreed, 'APPROVE', OPINION);
    await expect(act(both, reviewing, 'APPROVE', REVIEW)).rejects.toMatchObject({
      code: 'engine.separation-of-duties',
      status: 403,
    });
  });

  it('asks the village for its stamped scan', async () => {
    const submitted = await act(officer, await begin(), 'SUBMIT', aNeed());
    const bare = { opinion: '同意', meetingOn: '2026-01-06', venue: '无' };
    await expect(act(village, submitted, 'APPROVE', bare)).rejects.toMatchObject({
      status: 422,
      fields: [{ field: '/form/stampedScan' }],
    });
  });
});

describe('a need that is not in order changes nothing', () => {
  it.each<[string, JsonObject, string]>([
    ['a missing field', withoutField('serviceStandard'), '/serviceStandard'],
    [
      'a fitness line that does not hold',
      aNeed({ fitness: { ...fitness(), marketFit: { holds: false, reason: '不适合' } } }),
      '/fitness/marketFit/holds',
    ],
    ['a date that does not exist', aNeed({ serviceFrom: '2026-02-30' }), '/serviceFrom'],
    ['a period that ends before it begins', aNeed({ serviceTo: '2026-04-30' }), '/serviceTo'],
    ['a township of another county', aNeed({ township: '511921100', village: '511921100001' }), '/township'],
    ['a village of another township', aNeed({ village: '513431100001' }), '/village'],
    ['a village where nobody is registered', aNeed({ village: '513431102999' }), '/village'],
    [
      'a problem found tomorrow',
      aNeed({ problem: { statement: '问题描述问题描述问题描述', foundBy: '走访', foundOn: '2026-01-06' } }),
      '/problem/foundOn',
    ],
    [
      'numbers of another county',
      aNeed({ needNumbers: [{ township: '511921100', servedCount: 1, staffCount: 1 }] }),
      '/needNumbers/0/township',
    ],
    ['posts asked for', aNeed({ noPostsRequested: false }), '/noPostsRequested'],
    ['an unknown category', aNeed({ category: 'z' }), '/category'],
    ['a field that the form does not have', aNeed({ extra: 1 }), '/extra'],
  ])('%s', async (_what, need, field) => {
    const begun = await begin();
    const refusal = await act(officer, begun, 'SUBMIT', need).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ status: 422 });
    expect(refusal).toHaveProperty(
      'fields',
      expect.arrayContaining([expect.objectContaining({ field: `/form${field}` })]),
    );
    expect((await engine.get(ApplicationReader).byProject(begun.rootId)).need).toBeNull();
  });
});

function withoutField(field: string): JsonObject {
  return Object.fromEntries(Object.entries(aNeed()).filter(([key]) => key !== field));
}

function fitness(): JsonObject {
  return aNeed()['fitness'] as JsonObject;
}
