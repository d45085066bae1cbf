import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Caller, identitySchema } from '#libs/identity';
import { aCaller, anOrganisation, aUser } from '#testing/identity';
import { type EngineUnderTest, startEngine } from '#testing/engine';
import { useDatabase } from '#support/database';
import {
  ActCommand,
  ChainVerifier,
  engineSchema,
  FireTimerCommand,
  Replayer,
  SendEventCommand,
  StallDetector,
  StartRootCommand,
  WithdrawCommand,
} from '../index.js';

const PROCESS = `
process: test.operations
version: 1
title: { zh: 操作测试, en: Operations }
parameters:
  answerPeriod: { type: duration, default: P10D, min: P10D }
  clarifyLead: { type: duration, default: P8D, min: P5D }
owner: { organisation: purchaser, role: business-officer }
variables:
  amount: { type: money, default: 0 }
  votes: { type: integer, default: 0 }
initial: drafting
states:
  drafting:
    title: 起草
    task:
      assignee: { organisation: purchaser, role: business-officer }
      form: draft
      allow: [withdraw]
      due: { within: P5WD, remind: [-P1WD, P0D], escalate: standard }
    on: { SUBMIT: { target: checking, assign: { amount: command.payload.amount } } }
  checking:
    title: 复核
    task:
      assignee: { organisation: purchaser, role: business-officer }
      not: [drafting]
      due: none
    on: { APPROVE: voting }
  voting:
    title: 评分
    task:
      assignee: { organisation: purchaser, role: leader }
      due: none
    on: { SCORE: { once: true, assign: { votes: votes + 1 } } }
    always: [{ guard: 'votes >= 2', target: waiting }]
  waiting:
    title: 公示
    after: { answerPeriod: done }
    on:
      CLARIFY: { by: { organisation: purchaser, role: business-officer }, extend: { deadline: answerPeriod, atLeast: clarifyLead } }
  done: { type: final, output: { votes: votes } }
`;

const DRAFT = `
title: 草稿
type: object
additionalProperties: false
required: [amount]
properties:
  amount: { type: integer, format: money, title: 金额 }
`;

const FILES = { 'test/operations.yaml': PROCESS, 'forms/draft.yaml': DRAFT };

const database = await useDatabase([identitySchema, engineSchema]);
const engine = await startEngine({ databaseUrl: database.url, workflows: FILES });
const second = await startEngine({ databaseUrl: database.url, workflows: FILES });
afterAll(async () => {
  await second.close();
  await engine.close();
});

let officer: Caller;
let other: Caller;
let leaders: Caller[];
let purchaserId: number;

beforeEach(async () => {
  for (const one of [engine, second]) one.clock.set('2026-03-02T02:00:00.000Z');
  engine.dueSteps.requests.length = 0;
  engine.dueSteps.vacantLevels.clear();
  const bureau = await anOrganisation().insert(database.dataSource);
  purchaserId = bureau.id;
  const callers: Caller[] = [];
  for (const role of ['business-officer', 'business-officer', 'leader', 'leader']) {
    const user = await aUser().of(bureau).withRoles(role).insert(database.dataSource);
    const scope = { kind: 'division', prefix: '513431' } as const;
    callers.push(aCaller({ userId: user.id, organisationId: bureau.id, roles: [role], scope }));
  }
  [officer, other, ...leaders] = callers as [Caller, Caller, ...Caller[]];
  await engine.reloadDirectory();
  await second.reloadDirectory();
});

async function start(): Promise<{ rootId: number; instanceId: number; taskId: number }> {
  const { rootId, instanceId, openedTasks } = await engine.get(StartRootCommand).execute({
    caller: officer,
    process: 'test.operations',
    kind: 'test',
    title: '测试项目',
    purchaserId,
    divisionCode: '513431',
    input: {},
    payload: {},
  });
  return { rootId, instanceId, taskId: openedTasks[0] ?? 0 };
}

interface Play {
  readonly payload?: Record<string, number>;
  readonly key?: string;
  readonly on?: EngineUnderTest;
}

async function act(caller: Caller, taskId: number, event: string, { payload = {}, key, on = engine }: Play = {}) {
  const idempotency = key === undefined ? undefined : { key, body: [event, payload] };
  const result = await on.get(ActCommand).execute({ caller, taskId, event, taskVersion: null, payload, idempotency });
  return { ...result, taskId: result.openedTasks[0] ?? 0 };
}

async function untilWaiting(): Promise<{ rootId: number; instanceId: number }> {
  const { rootId, instanceId, taskId } = await start();
  const checking = await act(officer, taskId, 'SUBMIT', { payload: { amount: 5 } });
  const voting = await act(other, checking.taskId, 'APPROVE');
  for (const leader of leaders) await act(leader, voting.taskId, 'SCORE');
  return { rootId, instanceId };
}

async function armed(rootId: number) {
  return database.dataSource.query("SELECT * FROM engine_timer WHERE root_id = ? AND status = 'armed' ORDER BY id", [
    rootId,
  ]);
}

async function assertSound(rootId: number): Promise<void> {
  expect(await engine.get(Replayer).replay(rootId)).toMatchObject({ identical: true });
  expect(await engine.get(ChainVerifier).verify(rootId)).toMatchObject({ valid: true });
}

describe('idempotency keys', () => {
  it('give the same answer for the same body, and refuse another body', async () => {
    const { taskId } = await start();
    const first = await act(officer, taskId, 'SUBMIT', { payload: { amount: 5 }, key: 'k-1' });
    expect(await act(officer, taskId, 'SUBMIT', { payload: { amount: 5 }, key: 'k-1' })).toEqual(first);
    await expect(act(officer, taskId, 'SUBMIT', { payload: { amount: 6 }, key: 'k-1' })).rejects.toMatchObject({
      code: 'engine.idempotency-conflict',
    });
  });

  it('are not used up by a refusal', async () => {
    const { taskId } = await start();
    await expect(act(officer, taskId, 'SUBMIT', { payload: {}, key: 'k-2' })).rejects.toMatchObject({
      code: 'engine.form-refused',
    });
    expect((await act(officer, taskId, 'SUBMIT', { payload: { amount: 1 }, key: 'k-2' })).active).toEqual(['checking']);
  });
});

describe('撤回', () => {
  it('takes back an own step while nobody has acted; the deadline goes on', async () => {
    const { rootId, taskId } = await start();
    const [before] = await armed(rootId);
    engine.clock.set('2026-03-03T02:00:00.000Z');
    const submitted = await act(officer, taskId, 'SUBMIT', { payload: { amount: 7 } });
    const back = await engine.get(WithdrawCommand).execute({ caller: officer, taskId, comment: '金额有误' });
    expect(back.active).toEqual(['drafting']);
    const [after] = await armed(rootId);
    expect(after.due_at).toEqual(before.due_at);
    await expect(act(other, submitted.taskId, 'APPROVE')).rejects.toMatchObject({ code: 'engine.task-not-open' });
    expect((await act(officer, back.openedTasks[0] ?? 0, 'SUBMIT', { payload: { amount: 8 } })).active).toEqual([
      'checking',
    ]);
    await assertSound(rootId);
  });

  it('is refused once somebody has acted, and to everybody else', async () => {
    const { taskId } = await start();
    const submitted = await act(officer, taskId, 'SUBMIT', { payload: { amount: 7 } });
    const withdraw = (caller: Caller) => engine.get(WithdrawCommand).execute({ caller, taskId, comment: '试' });
    await expect(withdraw(other)).rejects.toMatchObject({ code: 'engine.withdraw-not-yours' });
    await act(other, submitted.taskId, 'APPROVE');
    await expect(withdraw(officer)).rejects.toMatchObject({ code: 'engine.withdraw-acted-on' });
  });
});

describe('people', () => {
  it('may not do a step whose earlier duty excludes it', async () => {
    const { taskId } = await start();
    const submitted = await act(officer, taskId, 'SUBMIT', { payload: { amount: 7 } });
    await expect(act(officer, submitted.taskId, 'APPROVE')).rejects.toMatchObject({
      code: 'engine.separation-of-duties',
    });
  });

  it('score once each, in parallel, without refusing each other', async () => {
    const { rootId, taskId } = await start();
    const checking = await act(officer, taskId, 'SUBMIT', { payload: { amount: 5 } });
    const voting = await act(other, checking.taskId, 'APPROVE');
    const [first, again] = [leaders[0], leaders[1]] as [Caller, Caller];
    await act(first, voting.taskId, 'SCORE');
    await expect(act(first, voting.taskId, 'SCORE')).rejects.toMatchObject({ code: 'engine.already-sent' });
    expect((await act(again, voting.taskId, 'SCORE')).active).toEqual(['waiting']);
    await assertSound(rootId);
  });
});

describe('deadlines', () => {
  it('are moved by an extension, never restarted nor shortened', async () => {
    const { rootId, instanceId } = await untilWaiting();
    const [before] = await armed(rootId);
    expect(before.due_at.toISOString()).toBe('2026-03-12T16:00:00.000Z');
    const clarify = () =>
      engine.get(SendEventCommand).execute({ caller: officer, instanceId, event: 'CLARIFY', payload: {} });
    await clarify();
    expect((await armed(rootId))[0].due_at).toEqual(before.due_at);
    engine.clock.set('2026-03-09T02:00:00.000Z');
    await clarify();
    const [after] = await armed(rootId);
    expect(after.due_at.toISOString()).toBe('2026-03-17T16:00:00.000Z');
    expect(after.id).toBe(before.id);
    await assertSound(rootId);
  });

  it('that rest on provisional days are held for a person instead of firing', async () => {
    for (const one of [engine, second]) one.clock.set('2027-05-10T02:00:00.000Z');
    const { rootId } = await untilWaiting();
    const [timer] = await armed(rootId);
    expect(timer.provisional).toBe(1);
    engine.clock.set('2027-06-10T02:00:00.000Z');
    await engine
      .get(FireTimerCommand)
      .execute({ timerId: Number(timer.id), generation: timer.generation, firedBy: 'alarm' });
    const [root] = await database.dataSource.query('SELECT status FROM engine_root WHERE id = ?', [rootId]);
    expect(root.status).toBe('open');
    expect(
      await database.dataSource.query("SELECT kind FROM engine_outbox WHERE kind = 'engine.timer-held'"),
    ).toHaveLength(1);
    await assertSound(rootId);
  });

  it('climb the ladder step by step, past vacant posts, each exactly once', async () => {
    const { rootId } = await start();
    engine.dueSteps.vacantLevels.add('head');
    engine.clock.set('2026-06-01T02:00:00.000Z');
    for (let [timer] = await armed(rootId); timer; [timer] = await armed(rootId)) {
      const request = { timerId: Number(timer.id), generation: timer.generation, firedBy: 'alarm' } as const;
      await Promise.all([engine, second].map((one) => one.get(FireTimerCommand).execute(request)));
    }
    const steps = await database.dataSource.query(
      "SELECT event FROM engine_history WHERE root_id = ? AND kind IN ('reminded', 'escalated') ORDER BY seq",
      [rootId],
    );
    expect(steps.map((row: { event: string }) => row.event)).toEqual([
      '-P1WD',
      'P0D',
      'head',
      'leader',
      'city',
      'province',
    ]);
    await assertSound(rootId);
  });

  it('of a ladder whose every post is vacant are recorded rung by rung, told to operations, and block nothing', async () => {
    const { rootId, taskId } = await start();
    for (const level of ['head', 'leader', 'city', 'province']) engine.dueSteps.vacantLevels.add(level);
    engine.clock.set('2026-06-01T02:00:00.000Z');
    for (let [timer] = await armed(rootId); timer; [timer] = await armed(rootId))
      await engine
        .get(FireTimerCommand)
        .execute({ timerId: Number(timer.id), generation: timer.generation, firedBy: 'alarm' });
    engine.dueSteps.vacantLevels.clear();
    const told = await database.dataSource.query(
      "SELECT payload FROM engine_outbox WHERE root_id = ? AND kind = 'engine.ladder-vacant'",
      [rootId],
    );
    expect(told).toHaveLength(1);
    const rows = await database.dataSource.query(
      "SELECT event FROM engine_history WHERE root_id = ? AND kind = 'escalated' ORDER BY seq",
      [rootId],
    );
    expect(rows.map((row: { event: string }) => row.event)).toEqual(['head', 'leader', 'city', 'province']);
    await act(officer, taskId, 'SUBMIT', { payload: { amount: 5 } });
    await assertSound(rootId);
  });
});

describe('history', () => {
  it('cannot be rewritten by the application, and a change by the owner shows', async () => {
    const { rootId } = await untilWaiting();
    const change = "UPDATE engine_history SET event = 'REJECT' WHERE root_id = ? AND seq = 2";
    await expect(database.dataSource.query(change, [rootId])).rejects.toThrow(/denied/);
    await expect(database.dataSource.query('DELETE FROM engine_history WHERE root_id = ?', [rootId])).rejects.toThrow(
      /denied/,
    );
    await database.owner.query(change, [rootId]);
    expect(await engine.get(ChainVerifier).verify(rootId)).toMatchObject({
      valid: false,
      breaks: [{ seq: 2, reason: 'hash' }],
    });
  });

  it('shows a missing row', async () => {
    const { rootId } = await untilWaiting();
    await database.owner.query('DELETE FROM engine_history WHERE root_id = ? AND seq = 3', [rootId]);
    expect((await engine.get(ChainVerifier).verify(rootId)).valid).toBe(false);
  });
});

describe('two processes', () => {
  it('share two hundred commands on one case: each applied once or refused with a reason', async () => {
    const { rootId, taskId } = await start();
    const checking = await act(officer, taskId, 'SUBMIT', { payload: { amount: 5 } });
    const answers = await Promise.allSettled(
      Array.from({ length: 200 }, (_, index) =>
        act(other, checking.taskId, 'APPROVE', { on: index % 2 === 0 ? engine : second }),
      ),
    );
    expect(answers.filter((answer) => answer.status === 'fulfilled')).toHaveLength(1);
    const reasons = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason.code] : []));
    expect(new Set(reasons)).toEqual(new Set(['engine.task-not-open']));
    await assertSound(rootId);
  });
});

describe('nothing waits for nobody', () => {
  it('finds a task whose post is vacant and a case without task or timer', async () => {
    const { rootId, taskId } = await start();
    expect(await engine.get(StallDetector).detect()).toEqual({ idleCases: [], orphanTasks: [] });
    await database.dataSource.query("UPDATE engine_task_candidate SET role = 'nobody' WHERE task_id = ?", [taskId]);
    expect((await engine.get(StallDetector).detect()).orphanTasks).toEqual([taskId]);
    await database.dataSource.query("UPDATE engine_task SET status = 'cancelled' WHERE id = ?", [taskId]);
    await database.dataSource.query("UPDATE engine_timer SET status = 'cancelled' WHERE root_id = ?", [rootId]);
    expect((await engine.get(StallDetector).detect()).idleCases).toEqual([rootId]);
  });
});
