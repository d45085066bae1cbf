import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Caller, identitySchema } from '#libs/identity';
import { aCaller, anOrganisation, aUser } from '#testing/identity';
import { startEngine } from '#testing/engine';
import { useDatabase } from '#support/database';
import {
  ActCommand,
  ChainVerifier,
  engineSchema,
  FireTimerCommand,
  Replayer,
  ReturnTaskCommand,
  StartRootCommand,
  WithdrawCommand,
} from '../index.js';

const REVIEW = `
process: test.review
version: 1
title: { zh: 测试审批, en: Test review }
parameters:
  answerPeriod: { type: duration, default: P3WD, min: P3WD }
owner: { organisation: purchaser, role: business-officer }
variables:
  amount: { type: money, default: 0 }
  rounds: { type: integer, default: 0 }
initial: drafting
states:
  drafting:
    title: 起草
    task:
      assignee: { organisation: purchaser, role: business-officer }
      form: draft
      due: { within: P5WD, remind: [-P1WD, P0D], escalate: standard }
    on: { SUBMIT: { target: reviewing, assign: { amount: command.payload.amount, rounds: 'rounds + 1' } } }
  reviewing:
    title: 审核
    task:
      assignee: { organisation: purchaser, role: leader }
      not: [drafting]
      allow: [return, withdraw]
      due: { within: P5WD, remind: [P0D], escalate: standard }
    on:
      APPROVE: { target: waiting, guard: 'amount <= 1000000' }
      REJECT: refused
  waiting:
    title: 公示
    after: { answerPeriod: done }
    on: { OBJECT: { by: { organisation: purchaser, role: leader }, target: refused } }
  done: { type: final, output: { approved: true, amount: amount } }
  refused: { type: final, output: { approved: false } }
`;

const DRAFT = `
title: 草稿
type: object
additionalProperties: false
required: [amount]
properties:
  amount: { type: integer, format: money, title: 金额 }
`;

const START = '2026-03-02T02:00:00.000Z';

const database = await useDatabase([identitySchema, engineSchema]);
const engine = await startEngine({
  databaseUrl: database.url,
  workflows: { 'test/review.yaml': REVIEW, 'forms/draft.yaml': DRAFT },
});
afterAll(() => engine.close());

let officer: Caller;
let leader: Caller;
let purchaserId: number;

beforeEach(async () => {
  engine.clock.set(START);
  const bureau = await anOrganisation().insert(database.dataSource);
  purchaserId = bureau.id;
  const users = await Promise.all([
    aUser().of(bureau).withRoles('business-officer').insert(database.dataSource),
    aUser().of(bureau).withRoles('leader').insert(database.dataSource),
  ]);
  const scope = { kind: 'division', prefix: '513431' } as const;
  [officer, leader] = users.map((user) =>
    aCaller({ userId: user.id, organisationId: bureau.id, roles: user.roles, scope }),
  ) as [Caller, Caller];
  await engine.reloadDirectory();
});

async function start(): Promise<{ rootId: number; taskId: number }> {
  const result = await engine.get(StartRootCommand).execute({
    caller: officer,
    process: 'test.review',
    kind: 'test',
    title: '测试项目',
    purchaserId,
    divisionCode: '513431',
    input: {},
    payload: {},
  });
  return { rootId: result.rootId, taskId: result.openedTasks[0] ?? 0 };
}

function act(caller: Caller, taskId: number, event: string, payload = {}) {
  return engine.get(ActCommand).execute({ caller, taskId, event, taskVersion: null, payload });
}

async function assertSound(rootId: number): Promise<void> {
  expect(await engine.get(Replayer).replay(rootId)).toMatchObject({ identical: true });
  expect(await engine.get(ChainVerifier).verify(rootId)).toMatchObject({ valid: true });
}

describe('a case', () => {
  it('runs from draft to its end, the deadline fired by an alarm', async () => {
    const { rootId, taskId } = await start();
    const submitted = await act(officer, taskId, 'SUBMIT', { amount: 500_000 });
    const approved = await act(leader, submitted.openedTasks[0] ?? 0, 'APPROVE');
    expect(approved.active).toEqual(['waiting']);
    const [timer] = await database.dataSource.query(
      "SELECT id, generation, due_at FROM engine_timer WHERE root_id = ? AND status = 'armed'",
      [rootId],
    );
    expect(timer.due_at.toISOString()).toBe('2026-03-05T16:00:00.000Z');
    expect(
      await engine
        .get(FireTimerCommand)
        .execute({ timerId: Number(timer.id), generation: timer.generation, firedBy: 'alarm' }),
    ).toEqual({ fired: false });
    engine.clock.set('2026-03-05T16:00:01.000Z');
    expect(
      await engine
        .get(FireTimerCommand)
        .execute({ timerId: Number(timer.id), generation: timer.generation, firedBy: 'alarm' }),
    ).toEqual({ fired: true });
    expect(
      await engine
        .get(FireTimerCommand)
        .execute({ timerId: Number(timer.id), generation: timer.generation, firedBy: 'sweeper' }),
    ).toEqual({ fired: false });
    const [root] = await database.dataSource.query('SELECT status FROM engine_root WHERE id = ?', [rootId]);
    expect(root.status).toBe('done');
    await assertSound(rootId);
  });

  it('fires what is due before a command that comes later', async () => {
    const { rootId, taskId } = await start();
    const submitted = await act(officer, taskId, 'SUBMIT', { amount: 500_000 });
    await act(leader, submitted.openedTasks[0] ?? 0, 'APPROVE');
    engine.clock.set('2026-03-10T02:00:00.000Z');
    await expect(act(leader, submitted.openedTasks[0] ?? 0, 'APPROVE')).rejects.toMatchObject({
      code: 'engine.task-not-open',
    });
    const [root] = await database.dataSource.query('SELECT status FROM engine_root WHERE id = ?', [rootId]);
    expect(root.status).toBe('open'); // the refused command changed nothing
    await assertSound(rootId);
  });

  it('returns work to who did it, and takes back an own step', async () => {
    const { rootId, taskId } = await start();
    const submitted = await act(officer, taskId, 'SUBMIT', { amount: 500_000 });
    const reviewing = submitted.openedTasks[0] ?? 0;
    const returned = await engine
      .get(ReturnTaskCommand)
      .execute({ caller: leader, taskId: reviewing, taskVersion: 1, to: 'drafting', comment: '请补充依据' });
    expect(returned.active).toEqual(['drafting']);
    const again = await act(officer, returned.openedTasks[0] ?? 0, 'SUBMIT', { amount: 400_000 });
    expect(again.active).toEqual(['reviewing']);
    await expect(
      engine
        .get(WithdrawCommand)
        .execute({ caller: officer, taskId: returned.openedTasks[0] ?? 0, comment: '金额有误' }),
    ).rejects.toMatchObject({ code: 'engine.withdraw-not-allowed' });
    await assertSound(rootId);
  });

  it('refuses wrong people, events, forms and versions, and changes nothing', async () => {
    const { rootId, taskId } = await start();
    const before = await database.dataSource.query(
      'SELECT seq, HEX(chain_head) AS head FROM engine_root WHERE id = ?',
      [rootId],
    );
    const stranger = aCaller({ userId: 9, organisationId: 9, roles: ['business-officer'] });
    await expect(act(stranger, taskId, 'SUBMIT', { amount: 1 })).rejects.toMatchObject({ status: 404 });
    await expect(act(leader, taskId, 'SUBMIT', { amount: 1 })).rejects.toMatchObject({ code: 'engine.not-your-task' });
    await expect(act(officer, taskId, 'PUBLISH')).rejects.toMatchObject({ code: 'engine.unknown-event' });
    await expect(act(officer, taskId, 'xstate.done.state')).rejects.toMatchObject({ code: 'engine.unknown-event' });
    await expect(act(officer, taskId, 'SUBMIT', { amount: 1.5 })).rejects.toMatchObject({
      code: 'engine.form-refused',
    });
    await expect(act(officer, taskId, 'SUBMIT', {})).rejects.toMatchObject({ code: 'engine.form-refused' });
    await expect(
      engine
        .get(ActCommand)
        .execute({ caller: officer, taskId, event: 'SUBMIT', taskVersion: 7, payload: { amount: 1 } }),
    ).rejects.toMatchObject({ code: 'engine.task-stale' });
    expect(
      await database.dataSource.query('SELECT seq, HEX(chain_head) AS head FROM engine_root WHERE id = ?', [rootId]),
    ).toEqual(before);
  });

  it('applies each of two hundred commands at once or refuses it clearly', async () => {
    const { rootId, taskId } = await start();
    const answers = await Promise.allSettled(
      Array.from({ length: 200 }, (_, amount) => act(officer, taskId, 'SUBMIT', { amount })),
    );
    expect(answers.filter((answer) => answer.status === 'fulfilled')).toHaveLength(1);
    const refusals = answers.filter((answer) => answer.status === 'rejected').map((answer) => answer.reason.code);
    expect(new Set(refusals)).toEqual(new Set(['engine.task-not-open']));
    await assertSound(rootId);
  });
});
