import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Caller, identitySchema } from '#libs/identity';
import { aCaller, anOrganisation, aUser } from '#testing/identity';
import { startEngine } from '#testing/engine';
import { useDatabase } from '#support/database';
import { ActCommand, engineSchema, InboxReader, ReturnTaskCommand, StartRootCommand } from '../index.js';
import { BoxCounter } from './box.counter.js';
import { CaseBoxReader } from './case.box.reader.js';

const REVIEW = `
process: test.review
version: 1
title: { zh: 测试审批, en: Test review }
owner: { organisation: purchaser, role: business-officer }
defaults: { due: { within: P5WD, remind: [], escalate: standard } }
initial: drafting
states:
  drafting:
    title: { zh: 起草, en: Drafting }
    task: { assignee: { organisation: purchaser, role: business-officer } }
    on: { SUBMIT: reviewing }
  reviewing:
    title: { zh: 审核, en: Review }
    task:
      assignee: { organisation: purchaser, role: leader }
      allow: [return]
    on: { APPROVE: done, CHECK: checking }
  checking:
    title: { zh: 会审, en: Joint check }
    task:
      assignee: { organisation: purchaser, role: leader }
      sign: { mode: all }
    on: { APPROVE: done, REJECT: drafting }
  done: { type: final }
`;

const START = '2026-03-02T02:00:00.000Z';
const database = await useDatabase([identitySchema, engineSchema]);
const engine = await startEngine({ databaseUrl: database.url, workflows: { 'test/review.yaml': REVIEW } });
afterAll(() => engine.close());

let officer: Caller;
let leader: Caller;
let secondLeader: Caller;
let purchaserId: number;

beforeEach(async () => {
  engine.clock.set(START);
  const bureau = await anOrganisation().insert(database.dataSource);
  purchaserId = bureau.id;
  const scope = { kind: 'division', prefix: '513431' } as const;
  const person = async (role: string, permissions: readonly string[] = []): Promise<Caller> => {
    const { id, roles } = await aUser().of(bureau).withRoles(role).insert(database.dataSource);
    return aCaller({ userId: id, organisationId: bureau.id, roles, scope, permissions: new Set(permissions) });
  };
  officer = await person('business-officer');
  leader = await person('leader', ['tasks.oversee']);
  secondLeader = await person('leader');
  await engine.reloadDirectory();
});

async function start(title: string, divisionCode = '513431'): Promise<{ rootId: number; taskId: number }> {
  const { rootId, openedTasks } = await engine.get(StartRootCommand).execute({
    caller: officer,
    process: 'test.review',
    kind: 'test',
    title,
    purchaserId,
    divisionCode,
    input: {},
    payload: {},
  });
  return { rootId, taskId: openedTasks[0] ?? 0 };
}

async function act(caller: Caller, taskId: number, event: string): Promise<number> {
  const { openedTasks } = await engine
    .get(ActCommand)
    .execute({ caller, taskId, event, taskVersion: null, payload: {} });
  return openedTasks[0] ?? 0;
}

const inbox = engine.get(InboxReader);
const cases = engine.get(CaseBoxReader);

async function titles(caller: Caller, filter: Parameters<typeof inbox.read>[1]['filter']): Promise<string[]> {
  const { items } = await inbox.read(caller, { box: 'todo', limit: 20, ...(filter && { filter }) });
  return items.map(({ caseTitle }) => caseTitle);
}

describe('待办', () => {
  it('is found by words of the title: two characters and more, all of them, and no pattern characters', async () => {
    await start('易地搬迁社区融入（一期）');
    await start('养老100%覆盖_项目');
    await start('社工站社区服务');
    expect(await titles(officer, { text: '社区' })).toEqual(['易地搬迁社区融入（一期）', '社工站社区服务']);
    expect(await titles(officer, { text: '搬迁 融入' })).toEqual(['易地搬迁社区融入（一期）']);
    expect(await titles(officer, { text: '融入(一期)' })).toEqual(['易地搬迁社区融入（一期）']);
    expect(await titles(officer, { text: '社区社区' })).toEqual([]);
    expect(await titles(officer, { text: '区务' })).toEqual([]);
    expect(await titles(officer, { text: '0%' })).toEqual(['养老100%覆盖_项目']);
    expect(await titles(officer, { text: '%%' })).toEqual([]);
    expect(await titles(officer, { text: '起草' })).toHaveLength(3);
  });

  it('is narrowed by process, stage, division, due time and state of the case', async () => {
    await start('甲县项目');
    await start('乙县项目', '513432');
    expect(await titles(officer, { division: '513432' })).toEqual(['乙县项目']);
    expect(await titles(officer, { division: '5134' })).toHaveLength(2);
    expect(await titles(officer, { process: 'test.review', stage: 'test' })).toHaveLength(2);
    expect(await titles(officer, { stage: 'tes_' })).toEqual([]);
    expect(await titles(officer, { dueBefore: new Date('2026-03-05T00:00:00Z') })).toEqual([]);
    expect(await titles(officer, { dueAfter: new Date('2026-03-05T00:00:00Z') })).toHaveLength(2);
    expect(await titles(officer, { status: 'done' })).toEqual([]);
    expect(await titles(officer, { overdue: true })).toEqual([]);
    engine.clock.set('2026-03-20T02:00:00.000Z');
    expect(await titles(officer, { overdue: true })).toHaveLength(2);
    expect(await titles(officer, { overdue: false })).toEqual([]);
  });

  it('pages by key: what comes in meanwhile neither repeats nor hides a line', async () => {
    const started: number[] = [];
    for (let round = 0; round < 5; round += 1) started.push((await start(`项目${round}`)).taskId);
    const first = await inbox.read(officer, { box: 'todo', limit: 2 });
    await act(officer, started[0] ?? 0, 'SUBMIT');
    engine.clock.set('2026-03-01T02:00:00.000Z');
    await start('更急的项目');
    const seen = first.items.map(({ id }) => id);
    for (let { next } = first; next !== null; ) {
      const page = await inbox.read(officer, { box: 'todo', limit: 2, after: next });
      seen.push(...page.items.map(({ id }) => id));
      next = page.next;
    }
    expect(seen).toEqual(started);
  });
});

describe('超期', () => {
  it('is one’s own; who oversees an organisation sees all of it', async () => {
    await start('逾期项目');
    engine.clock.set('2026-03-20T02:00:00.000Z');
    const overdue = (caller: Caller) => inbox.read(caller, { box: 'overdue', limit: 20 });
    expect((await overdue(officer)).items).toHaveLength(1);
    expect((await overdue(leader)).items).toMatchObject([{ caseTitle: '逾期项目', overdue: true }]);
    expect((await overdue(secondLeader)).items).toEqual([]);
  });
});

describe('已办', () => {
  it('has what one closed or voted on, each task once, the newest first', async () => {
    const { taskId } = await start('会审项目');
    const reviewing = await act(officer, taskId, 'SUBMIT');
    engine.clock.set('2026-03-03T02:00:00.000Z');
    const checking = await act(leader, reviewing, 'CHECK');
    engine.clock.set('2026-03-04T02:00:00.000Z');
    await act(secondLeader, checking, 'APPROVE');
    const done = async (caller: Caller) => (await inbox.read(caller, { box: 'done', limit: 20 })).items;
    expect(await done(secondLeader)).toMatchObject([{ id: checking, status: 'open' }]);
    expect((await done(secondLeader))[0]?.closedAt?.toISOString()).toBe('2026-03-04T02:00:00.000Z');
    await act(leader, checking, 'APPROVE');
    expect((await done(secondLeader)).map(({ id }) => id)).toEqual([checking]);
    expect((await done(leader)).map(({ id }) => id)).toEqual([checking, reviewing]);
    expect((await done(officer)).map(({ id }) => id)).toEqual([taskId]);
  });

  it('keeps what was sent back', async () => {
    const { taskId } = await start('退回项目');
    const reviewing = await act(officer, taskId, 'SUBMIT');
    await engine
      .get(ReturnTaskCommand)
      .execute({ caller: leader, taskId: reviewing, taskVersion: 1, to: 'drafting', comment: '补充' });
    const { items } = await inbox.read(leader, { box: 'done', limit: 20 });
    expect(items).toMatchObject([{ id: reviewing, status: 'returned' }]);
  });
});

describe('我发起的、本地区的', () => {
  it('are cases with the steps they are at; who sees only its own cases has no area', async () => {
    const { rootId } = await start('昭觉养老服务');
    await start('西昌养老服务', '513401');
    const started = await cases.read(officer, { box: 'started', limit: 20 });
    expect(started.items.map(({ title }) => title)).toEqual(['西昌养老服务', '昭觉养老服务']);
    const area = await cases.read(leader, { box: 'area', limit: 20, language: 'en', filter: { text: '养老服务' } });
    expect(area.items).toMatchObject([{ rootId, status: 'open', steps: [{ title: 'Drafting' }], copy: null }]);
    const city = aCaller({ scope: { kind: 'division', prefix: '5134' } });
    expect((await cases.read(city, { box: 'area', limit: 20, filter: { status: 'open' } })).items).toHaveLength(2);
    const narrowed = await cases.read(city, { box: 'area', limit: 20, filter: { stage: 'test', division: '513401' } });
    expect(narrowed.items).toHaveLength(1);
    expect((await cases.read(aCaller(), { box: 'area', limit: 20 })).items).toEqual([]);
  });

  it('are paged by key, also by words', async () => {
    for (let round = 0; round < 5; round += 1) await start(`养老服务${round}`);
    const seen: string[] = [];
    let next: string | null | undefined;
    do {
      const query = { box: 'area', limit: 2, filter: { text: '养老' }, ...(next && { after: next }) } as const;
      const page = await cases.read(leader, query);
      seen.push(...page.items.map(({ title }) => title));
      next = page.next;
    } while (next);
    expect(seen).toEqual(['养老服务4', '养老服务3', '养老服务2', '养老服务1', '养老服务0']);
  });
});

describe('counts', () => {
  it('come for all boxes at once', async () => {
    const { taskId } = await start('计数项目');
    await start('另一项目');
    await act(officer, taskId, 'SUBMIT');
    engine.clock.set('2026-03-20T02:00:00.000Z');
    const counter = engine.get(BoxCounter);
    const counts = { todo: 1, overdue: 1, done: 1, started: 2, copied: 0, area: 2 };
    expect(await counter.count(officer)).toEqual(counts);
    expect(await counter.count(leader)).toEqual({ ...counts, overdue: 2, done: 0, started: 0 });
    expect(await counter.count(aCaller())).toMatchObject({ todo: 0, area: null });
  });
});
