import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Caller, identitySchema } from '#libs/identity';
import type { JsonObject } from '#libs/kernel';
import { aCaller, anOrganisation, aUser } from '#testing/identity';
import { startEngine } from '#testing/engine';
import { useDatabase } from '#support/database';
import {
  ActCommand,
  AttachmentService,
  CancelCaseCommand,
  ChainVerifier,
  engineSchema,
  FireTimerCommand,
  Replayer,
  StartRootCommand,
} from '../index.js';
import { readJson } from '../instances/json.column.js';
import { AskExplanationCommand } from './ask-explanation.command.js';
import { BoardReader } from './board/board.reader.js';
import { LateTaskReader } from './board/late-task.reader.js';
import { CloseSupervisionCommand } from './close-supervision.command.js';
import { GiveExplanationCommand } from './give-explanation.command.js';
import { ReassignSupervisedCommand } from './reassign-supervised.command.js';
import { SetDueDateCommand } from './set-due-date.command.js';
import { SupervisionDetails } from './supervision.detail.js';
import { SupervisionReader } from './supervision.reader.js';
import { UrgeSupervisedCommand } from './urge-supervised.command.js';

const REVIEW = `
process: test.review
version: 1
title: { zh: 测试审批, en: Test review }
owner: { organisation: purchaser, role: business-officer }
parameters:
  reviewPeriod: { type: duration, default: P5WD, min: P1WD, max: P20WD }
initial: reviewing
states:
  reviewing:
    title: { zh: 审核, en: Review }
    task:
      assignee: { organisation: purchaser, role: business-officer }
      allow: [cancel]
      due: { within: reviewPeriod, remind: [], escalate: standard }
    on: { APPROVE: filing }
  filing:
    title: { zh: 备案, en: Filing }
    task:
      assignee: { organisation: purchaser, role: leader }
      not: [reviewing]
      due: { within: P5WD, remind: [], escalate: standard, law: law-of-tests }
    on: { FILE: done }
  done: { type: final }
`;

/** Monday; the review is due after Monday the 9th, the rung of the city comes on the 16th, of the province on the 23rd. */
const START = '2026-03-02T02:00:00.000Z';
const AFTER_CITY = '2026-03-17T02:00:00.000Z';
const AFTER_PROVINCE = '2026-03-24T02:00:00.000Z';

const database = await useDatabase([identitySchema, engineSchema]);
const engine = await startEngine({ databaseUrl: database.url, workflows: { 'test/review.yaml': REVIEW } });
afterAll(() => engine.close());

let officer: Caller;
let colleague: Caller;
let leader: Caller;
let city: Caller;
let otherCity: Caller;
let purchaserId: number;

beforeEach(async () => {
  engine.clock.set(START);
  const { dataSource } = database;
  const county = await anOrganisation().insert(dataSource);
  const above = await anOrganisation().in('5134').insert(dataSource);
  await anOrganisation().in('51').insert(dataSource);
  const elsewhere = await anOrganisation().in('5133').insert(dataSource);
  purchaserId = county.id;
  const person = async (of: { id: number }, role: string, prefix: string, permissions: readonly string[] = []) => {
    const { id, roles } = await aUser().of(of).withRoles(role).insert(dataSource);
    const scope = { kind: 'division', prefix } as const;
    return aCaller({ userId: id, organisationId: of.id, roles, scope, permissions: new Set(permissions) });
  };
  officer = await person(county, 'business-officer', '513431');
  colleague = await person(county, 'business-officer', '513431');
  leader = await person(county, 'leader', '513431', ['tasks.oversee']);
  city = await person(above, 'supervision-officer', '5134');
  otherCity = await person(elsewhere, 'supervision-officer', '5133');
  await engine.reloadDirectory();
});

async function start(): Promise<{ rootId: number; taskId: number }> {
  const { rootId, openedTasks } = await engine.get(StartRootCommand).execute({
    caller: officer,
    process: 'test.review',
    kind: 'test',
    title: '测试项目',
    purchaserId,
    divisionCode: '513431',
    input: {},
    payload: {},
  });
  return { rootId, taskId: openedTasks[0] ?? 0 };
}

/** Fires what is due by then, each alarm twice: as two workers on one timer do. */
async function pass(to: string): Promise<void> {
  const now = engine.clock.set(to);
  for (;;) {
    const due: { id: number; generation: number }[] = await database.dataSource.query(
      "SELECT id, generation FROM engine_timer WHERE status = 'armed' AND next_at <= ? ORDER BY next_at, id",
      [now],
    );
    if (due.length === 0) return;
    const fire = engine.get(FireTimerCommand);
    for (const { id, generation } of due) {
      const alarm = { timerId: Number(id), generation, firedBy: 'alarm' } as const;
      await Promise.all([fire.execute(alarm), fire.execute({ ...alarm, firedBy: 'sweeper' })]);
    }
  }
}

async function supervised(): Promise<{ rootId: number; taskId: number; id: number }> {
  const started = await start();
  await pass(AFTER_CITY);
  const { items } = await list(city);
  return { ...started, id: items[0]?.id ?? 0 };
}

function list(caller: Caller, side: 'given' | 'received' = 'given', status: 'open' | 'closed' = 'open') {
  return engine.get(SupervisionReader).list(caller, { side, status, limit: 20, language: 'zh' });
}

function act(caller: Caller, taskId: number, event: string) {
  return engine.get(ActCommand).execute({ caller, taskId, event, taskVersion: null, payload: {} });
}

async function history(rootId: number): Promise<{ kind: string; event: string; facts: JsonObject }[]> {
  const rows: { kind: string; event: string; facts: unknown }[] = await database.dataSource.query(
    'SELECT kind, event, facts FROM engine_history WHERE root_id = ? ORDER BY seq',
    [rootId],
  );
  return rows.map((row) => ({ ...row, facts: readJson<JsonObject>(row.facts) }));
}

async function isWhole(rootId: number): Promise<boolean> {
  const chain = await engine.get(ChainVerifier).verify(rootId);
  const replay = await engine.get(Replayer).replay(rootId);
  return chain.valid && replay.identical;
}

describe('a rung that supervises', () => {
  it('puts the late task before each superior once, whoever fires it', async () => {
    const { rootId, taskId } = await start();
    await pass(AFTER_PROVINCE);
    const rows: { level: string; taskId: number }[] = await database.dataSource.query(
      'SELECT level, task_id AS taskId FROM engine_supervision ORDER BY id',
    );
    expect(rows.map(({ level }) => level)).toEqual(['city', 'province']);
    expect(rows.every((row) => Number(row.taskId) === taskId)).toBe(true);
    const told = (await history(rootId)).filter(({ kind }) => kind === 'supervised');
    expect(told.map(({ facts }) => facts['level'])).toEqual(['city', 'province']);
    expect(await isWhole(rootId)).toBe(true);
  });

  it('is closed as done when the task is done, in the same command', async () => {
    const { rootId, taskId } = await supervised();
    await act(officer, taskId, 'APPROVE');
    expect((await list(city)).items).toEqual([]);
    expect((await list(city, 'given', 'closed')).items).toMatchObject([{ outcome: 'done', taskTitle: '审核' }]);
    const last = (await history(rootId)).at(-1);
    expect(last).toMatchObject({ kind: 'supervision-closed', event: 'supervision-done' });
    expect(await isWhole(rootId)).toBe(true);
  });

  it('lapses with a task that falls away', async () => {
    const { rootId } = await supervised();
    await engine.get(CancelCaseCommand).execute({ caller: officer, rootId, reason: '不再需要' });
    expect((await list(city, 'given', 'closed')).items).toMatchObject([{ outcome: 'lapsed' }]);
  });

  it('is seen by the post that the ladder named and by those supervised, and by nobody else', async () => {
    const { id } = await supervised();
    expect((await list(city)).items).toMatchObject([{ id, level: 'city', subjectId: purchaserId, owed: 0 }]);
    expect((await list(leader, 'received')).items).toHaveLength(1);
    expect((await list(officer, 'received')).items).toHaveLength(1);
    expect((await list(otherCity)).items).toEqual([]);
    const urging = engine.get(UrgeSupervisedCommand);
    const urge = (caller: Caller) => urging.execute({ caller, supervisionId: id, comment: '' });
    await expect(urge(otherCity)).rejects.toMatchObject({ code: 'engine.supervision-not-found', status: 404 });
    await expect(engine.get(SupervisionDetails).read(otherCity, id, 'zh')).rejects.toMatchObject({ status: 404 });
    await expect(urge(leader)).rejects.toMatchObject({ code: 'engine.supervision-refused', status: 403 });
    const deputy = { ...city, roles: ['business-officer'] };
    await expect(urge(deputy)).rejects.toMatchObject({ status: 404 });
  });
});

describe('催办、改期', () => {
  it('urges at most once an hour', async () => {
    const { id, rootId } = await supervised();
    const request = { caller: city, supervisionId: id, comment: '请于本周办结' };
    await engine.get(UrgeSupervisedCommand).execute(request);
    await expect(engine.get(UrgeSupervisedCommand).execute(request)).rejects.toMatchObject({
      code: 'engine.urged-recently',
    });
    const urged = (await history(rootId)).find(({ kind }) => kind === 'urged');
    expect(urged?.facts).toMatchObject({ supervision: id, comment: '请于本周办结' });
  });

  it('moves the due time, and the ladder is climbed anew from there', async () => {
    const { id, rootId, taskId } = await supervised();
    const { dates } = await engine.get(SupervisionDetails).read(city, id, 'zh');
    expect(dates).toEqual({ earliest: '2026-03-03', latest: '2026-03-30' });
    const set = (date: string) =>
      engine.get(SetDueDateCommand).execute({ caller: city, supervisionId: id, date, reason: '补充材料' });
    await expect(set('2026-03-16')).rejects.toMatchObject({ code: 'engine.date-past' });
    await expect(set('2026-03-31')).rejects.toMatchObject({ code: 'engine.date-beyond-maximum' });
    await set('2026-03-20');
    const [task]: { due_at: Date }[] = await database.dataSource.query('SELECT due_at FROM engine_task WHERE id = ?', [
      taskId,
    ]);
    expect(task?.due_at.toISOString()).toBe('2026-03-20T16:00:00.000Z');
    await pass('2026-03-22T10:00:00.000Z');
    const rows = await history(rootId);
    expect(rows.filter(({ kind, event }) => kind === 'escalated' && event === 'head')).toHaveLength(2);
    expect(rows.find(({ kind }) => kind === 'rescheduled')?.facts).toMatchObject({
      from: '2026-03-09T16:00:00.000Z',
      due: '2026-03-20T16:00:00.000Z',
    });
    await pass('2026-04-20T10:00:00.000Z');
    // The city goes on with the supervision that it has.
    const levels = (await history(rootId)).filter(({ kind }) => kind === 'supervised');
    expect(levels.map(({ facts }) => facts['level'])).toEqual(['city', 'province']);
    expect(await isWhole(rootId)).toBe(true);
  });

  it('never moves a period that the law itself states, also when the whole ladder was climbed', async () => {
    const { taskId } = await start();
    await act(officer, taskId, 'APPROVE');
    await pass('2026-04-20T02:00:00.000Z');
    const [item] = (await list(city)).items;
    const request = { caller: city, supervisionId: item?.id ?? 0, date: '2026-04-24', reason: '再给一周' };
    await expect(engine.get(SetDueDateCommand).execute(request)).rejects.toMatchObject({
      code: 'engine.date-beyond-maximum',
      details: { date: '2026-03-09', law: 'law-of-tests' },
    });
  });
});

describe('改派、书面说明、办结', () => {
  it('gives the task to a person of the organisation supervised who may act', async () => {
    const { id, taskId } = await supervised();
    const { successors } = await engine.get(SupervisionDetails).read(city, id, 'zh');
    expect(successors.map((one) => one.id).sort()).toEqual([officer.userId, colleague.userId].sort());
    const give = (to: Caller) =>
      engine
        .get(ReassignSupervisedCommand)
        .execute({ caller: city, supervisionId: id, to: to.userId, reason: '承办人长期出差' });
    await expect(give(leader)).rejects.toMatchObject({ code: 'engine.reassignment-without-role' });
    await expect(give(otherCity)).rejects.toMatchObject({ code: 'engine.reassignment-outside' });
    await give(colleague);
    await expect(act(officer, taskId, 'APPROVE')).rejects.toMatchObject({ status: 403 });
    await act(colleague, taskId, 'APPROVE');
    expect((await list(city, 'given', 'closed')).items).toMatchObject([{ outcome: 'done' }]);
  });

  it('asks why, is answered once with files, and may be let go', async () => {
    const { id, rootId, taskId } = await supervised();
    await engine.get(AskExplanationCommand).execute({ caller: city, supervisionId: id, question: '请说明逾期原因' });
    expect((await list(leader, 'received')).items).toMatchObject([{ asked: 1, owed: 1 }]);
    const { explanations } = await engine.get(SupervisionDetails).read(leader, id, 'zh');
    const file = { rootId, name: '说明.txt', content: Buffer.from('情况说明') };
    const attachment = await engine.get(AttachmentService).upload(officer, file);
    const answer = (caller: Caller) =>
      engine.get(GiveExplanationCommand).execute({
        caller,
        supervisionId: id,
        explanationId: explanations[0]?.id ?? 0,
        answer: '材料缺失，已补齐',
        attachments: [attachment.id],
      });
    await expect(answer(city)).rejects.toMatchObject({ code: 'engine.supervision-refused' });
    await answer(officer);
    await expect(answer(leader)).rejects.toMatchObject({ code: 'engine.explanation-answered' });
    const close = { caller: city, supervisionId: id, reason: '说明属实' };
    await engine.get(CloseSupervisionCommand).execute(close);
    await expect(engine.get(CloseSupervisionCommand).execute(close)).rejects.toMatchObject({
      code: 'engine.supervision-closed',
    });
    await act(officer, taskId, 'APPROVE');
    const kinds = (await history(rootId)).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'supervision-closed')).toHaveLength(1);
    expect(kinds).toEqual(expect.arrayContaining(['explanation-asked', 'explained']));
    expect(await isWhole(rootId)).toBe(true);
  });
});

describe('督办看板', () => {
  it('counts the tasks of the area by age, and lists what stands behind a figure', async () => {
    const late = await supervised();
    const { taskId } = await start();
    await act(officer, taskId, 'APPROVE');
    const board = engine.get(BoardReader);
    const [line] = await board.read(city, 'city');
    expect(line).toMatchObject({
      division: '5134',
      counts: { open: 2, 'due-this-week': 0, overdue: 1, 'late-4-7': 0, 'late-8-15': 1, escalated: 1 },
      fellDue: 1,
      onTime: 0,
    });
    expect(await board.read(otherCity, 'county')).toEqual([]);
    const tasks = engine.get(LateTaskReader);
    const first = await tasks.read(city, { bucket: 'open', limit: 1, language: 'zh' });
    expect(first.items).toMatchObject([{ taskId: late.taskId, daysLate: 8, escalated: true }]);
    const second = await tasks.read(city, { bucket: 'open', limit: 1, after: first.next ?? '', language: 'zh' });
    expect(second).toMatchObject({ items: [{ daysLate: 0, escalated: false }], next: null });
    const none = await tasks.read(city, { bucket: 'overdue', division: '513432', limit: 5, language: 'zh' });
    expect(none.items).toEqual([]);
  });
});
