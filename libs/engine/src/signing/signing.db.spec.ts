import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Caller, identitySchema } from '#libs/identity';
import { useDatabase } from '#support/database';
import { startEngine } from '#testing/engine';
import { aCaller, anOrganisation, aUser } from '#testing/identity';
import {
  ActCommand,
  AddSignersCommand,
  ChainVerifier,
  ClaimTaskCommand,
  DelegateTaskCommand,
  engineSchema,
  GiveOpinionCommand,
  HandOverAllCommand,
  InboxReader,
  ReleaseTaskCommand,
  RemoveSignersCommand,
  Replayer,
  RetractVoteCommand,
  StartRootCommand,
  TransferTaskCommand,
  WithdrawCommand,
} from '../index.js';

const definition = (sign: string): string => `
process: test.signing
version: 1
title: { zh: 测试会签, en: Test signing }
owner: { organisation: purchaser, role: business-officer }
initial: drafting
states:
  drafting:
    title: 起草
    task:
      assignee: { organisation: purchaser, role: business-officer }
      allow: [add-before, add-after, remove-signer, withdraw]
      due: { within: P5WD, remind: [P0D], escalate: standard }
    on: { SUBMIT: signing }
  signing:
    title: 会签
    task:
      assignee: { organisation: purchaser, role: leader }
      ${sign}
      not: [drafting]
      allow: [add-before, add-after, remove-signer, withdraw]
      due: { within: P5WD, remind: [P0D], escalate: standard }
    on: { APPROVE: passed, REJECT: refused }
  passed:
    title: 已通过
    task:
      assignee: { organisation: purchaser, role: business-officer }
      due: { within: P5WD, remind: [P0D], escalate: standard }
    on: { CLOSE: done }
  refused:
    title: 已否决
    task:
      assignee: { organisation: purchaser, role: business-officer }
      due: { within: P5WD, remind: [P0D], escalate: standard }
    on: { CLOSE: done }
  done: { type: final }
`;

const database = await useDatabase([identitySchema, engineSchema]);
const engine = await startEngine({
  databaseUrl: database.url,
  workflows: {
    'all.yaml': definition('sign: { mode: all }').replace('test.signing', 'test.all'),
    'any.yaml': definition('sign: { mode: any }').replace('test.signing', 'test.any'),
    'vote.yaml': definition('sign: { mode: vote, pass: { ratio: 2/3 }, decideEarly: false }').replace(
      'test.signing',
      'test.vote',
    ),
    'turns.yaml': definition('sign: { mode: all, order: sequential }').replace('test.signing', 'test.turns'),
    'random.yaml': definition('sign: { mode: random }').replace('test.signing', 'test.random'),
    'one.yaml': definition('').replace('test.signing', 'test.one'),
  },
});
afterAll(() => engine.close());

let purchaserId: number;
let officer: Caller;
let other: Caller;
let leaders: Caller[];

beforeEach(async () => {
  engine.clock.set('2026-03-02T02:00:00.000Z');
  const bureau = await anOrganisation().insert(database.dataSource);
  purchaserId = bureau.id;
  const roles = ['business-officer', 'business-officer', 'leader', 'leader', 'leader'];
  const users = [];
  for (const role of roles) users.push(await aUser().of(bureau).withRoles(role).insert(database.dataSource));
  const scope = { kind: 'division', prefix: '513431' } as const;
  const callers = users.map((user) =>
    aCaller({ userId: user.id, organisationId: bureau.id, roles: user.roles, scope }),
  );
  [officer, other, ...leaders] = callers as [Caller, Caller, ...Caller[]];
  await engine.reloadDirectory();
});

async function start(name: string): Promise<{ rootId: number; taskId: number }> {
  const result = await engine.get(StartRootCommand).execute({
    caller: officer,
    process: `test.${name}`,
    kind: 'test',
    title: '测试项目',
    purchaserId,
    divisionCode: '513431',
    input: {},
    payload: {},
  });
  return { rootId: result.rootId, taskId: result.openedTasks[0] ?? 0 };
}

async function toSigning(name: string): Promise<{ rootId: number; taskId: number }> {
  const { rootId, taskId } = await start(name);
  const submitted = await act(officer, taskId, 'SUBMIT');
  return { rootId, taskId: submitted.openedTasks[0] ?? 0 };
}

function act(caller: Caller | undefined, taskId: number, event: string) {
  if (!caller) throw new Error('no caller');
  return engine.get(ActCommand).execute({ caller, taskId, event, taskVersion: null, payload: {} });
}

async function todo(caller: Caller | undefined): Promise<number[]> {
  if (!caller) throw new Error('no caller');
  const { items } = await engine.get(InboxReader).read(caller, { box: 'todo', limit: 20 });
  return items.map(({ id }) => id);
}

async function assertSound(rootId: number): Promise<void> {
  expect(await engine.get(Replayer).replay(rootId)).toMatchObject({ identical: true });
  expect(await engine.get(ChainVerifier).verify(rootId)).toMatchObject({ valid: true });
}

describe('a task that several sign', () => {
  it('会签 passes when the last has approved, and each vote counts once', async () => {
    const { rootId, taskId } = await toSigning('all');
    expect((await act(leaders[0], taskId, 'APPROVE')).active).toEqual(['signing']);
    await expect(act(leaders[0], taskId, 'APPROVE')).rejects.toMatchObject({ code: 'engine.not-your-task' });
    expect(await todo(leaders[0])).not.toContain(taskId);
    expect((await act(leaders[1], taskId, 'APPROVE')).active).toEqual(['signing']);
    expect((await act(leaders[2], taskId, 'APPROVE')).active).toEqual(['passed']);
    const votes = await database.dataSource.query('SELECT seat, vote FROM engine_vote WHERE task_id = ?', [taskId]);
    expect(votes).toHaveLength(3);
    await assertSound(rootId);
  });

  it('会签 ends with the first rejection', async () => {
    const { rootId, taskId } = await toSigning('all');
    expect((await act(leaders[1], taskId, 'REJECT')).active).toEqual(['refused']);
    await expect(act(leaders[0], taskId, 'APPROVE')).rejects.toMatchObject({ code: 'engine.task-not-open' });
    await assertSound(rootId);
  });

  it('或签 passes with the first approval, and fails only when all reject', async () => {
    const first = await toSigning('any');
    expect((await act(leaders[0], first.taskId, 'REJECT')).active).toEqual(['signing']);
    expect((await act(leaders[1], first.taskId, 'APPROVE')).active).toEqual(['passed']);
    const second = await toSigning('any');
    await act(leaders[0], second.taskId, 'REJECT');
    await act(leaders[1], second.taskId, 'REJECT');
    expect((await act(leaders[2], second.taskId, 'REJECT')).active).toEqual(['refused']);
  });

  it('票签 waits for everybody and counts exactly', async () => {
    const { rootId, taskId } = await toSigning('vote');
    await act(leaders[0], taskId, 'APPROVE');
    await act(leaders[1], taskId, 'APPROVE');
    expect((await act(leaders[2], taskId, 'REJECT')).active).toEqual(['passed']); // 2 of 3 is 2/3
    await assertSound(rootId);
  });

  it('依次审批 gives the task to the next when the one before has signed', async () => {
    const { taskId } = await toSigning('turns');
    expect(await todo(leaders[1])).toEqual([]);
    await expect(act(leaders[1], taskId, 'APPROVE')).rejects.toMatchObject({ code: 'engine.not-your-task' });
    await act(leaders[0], taskId, 'APPROVE');
    expect(await todo(leaders[1])).toEqual([taskId]);
  });

  it('随机一人 draws one, and the draw can be made again', async () => {
    const { rootId, taskId } = await toSigning('random');
    const inboxes = await Promise.all(leaders.map(todo));
    expect(inboxes.filter((ids) => ids.includes(taskId))).toHaveLength(1);
    const [row] = await database.dataSource.query(
      "SELECT facts FROM engine_history WHERE root_id = ? AND JSON_EXTRACT(facts, '$.opened[0].draw') IS NOT NULL",
      [rootId],
    );
    const facts = typeof row.facts === 'string' ? JSON.parse(row.facts) : row.facts;
    expect(facts.opened[0].draw.from).toHaveLength(3);
  });

  it('takes a vote back while the round is undecided, and the deciding one while nobody has gone on', async () => {
    const { rootId, taskId } = await toSigning('all');
    const [first, second, third] = leaders as [Caller, Caller, Caller];
    await act(first, taskId, 'APPROVE');
    await engine.get(RetractVoteCommand).execute({ caller: first, taskId, comment: '看错了' });
    expect(await todo(first)).toEqual([taskId]);
    await act(first, taskId, 'APPROVE');
    await act(second, taskId, 'APPROVE');
    const passed = await act(third, taskId, 'APPROVE');
    expect(passed.active).toEqual(['passed']);
    const back = await engine.get(WithdrawCommand).execute({ caller: third, taskId, comment: '重新考虑' });
    expect(back.active).toEqual(['signing']);
    const again = (await todo(third))[0] ?? 0;
    expect(await todo(first)).toEqual([]);
    expect((await act(third, again, 'APPROVE')).active).toEqual(['passed']);
    await assertSound(rootId);
  });
});

describe('a task that changes hands', () => {
  it('认领 takes it from the pool, 放弃认领 gives it back', async () => {
    const { taskId } = await start('one');
    await engine.get(ClaimTaskCommand).execute({ caller: officer, taskId, comment: '' });
    expect(await todo(other)).toEqual([]);
    await expect(act(other, taskId, 'SUBMIT')).rejects.toMatchObject({ code: 'engine.not-your-task' });
    await engine.get(ReleaseTaskCommand).execute({ caller: officer, taskId, comment: '' });
    expect(await todo(other)).toEqual([taskId]);
  });

  it('转办 replaces the person, never by oneself or by somebody without the role', async () => {
    const { rootId, taskId } = await start('one');
    const transfer = (to: number) =>
      engine.get(TransferTaskCommand).execute({ caller: officer, taskId, to, comment: '休假' });
    await expect(transfer(officer.userId)).rejects.toMatchObject({ code: 'engine.signer-oneself' });
    await expect(transfer(leaders[0]?.userId ?? 0)).rejects.toMatchObject({ code: 'engine.signer-without-role' });
    await transfer(other.userId);
    expect(await todo(officer)).toEqual([]);
    expect((await act(other, taskId, 'SUBMIT')).active).toEqual(['signing']);
    await assertSound(rootId);
  });

  it('委派 asks another, and the task returns', async () => {
    const { rootId, taskId } = await start('one');
    await engine.get(DelegateTaskCommand).execute({ caller: officer, taskId, to: other.userId, comment: '请先核对' });
    expect(await todo(officer)).toEqual([]);
    await expect(act(other, taskId, 'SUBMIT')).rejects.toMatchObject({ code: 'engine.opinion-only' });
    const opinion = { caller: other, taskId, opinion: 'approve', comment: '核对无误' } as const;
    await engine.get(GiveOpinionCommand).execute(opinion);
    expect(await todo(other)).toEqual([]);
    expect((await act(officer, taskId, 'SUBMIT')).active).toEqual(['signing']);
    await assertSound(rootId);
  });

  it('前加签 asks first, 后加签 holds the decision until they have agreed, 减签 lets them go', async () => {
    const { rootId, taskId } = await start('one');
    const asked = leaders[0] as Caller;
    const add = (users: number[], event: string | null) =>
      engine.get(AddSignersCommand).execute({
        caller: officer,
        taskId,
        users,
        comment: '请先把关',
        act: event === null ? null : { event, payload: {}, comment: null },
      });
    await add([asked.userId], null);
    await expect(act(officer, taskId, 'SUBMIT')).rejects.toMatchObject({ code: 'engine.not-your-task' });
    await engine.get(GiveOpinionCommand).execute({ caller: asked, taskId, opinion: 'approve', comment: '同意' });
    expect(await todo(officer)).toEqual([taskId]);
    await add([asked.userId, leaders[1]?.userId ?? 0], 'SUBMIT');
    expect(await todo(officer)).toEqual([]);
    const seats = await seatsOf(taskId);
    const second = seats.find((seat) => seat.userId === leaders[1]?.userId)?.id ?? 0;
    await engine.get(RemoveSignersCommand).execute({ caller: officer, taskId, seats: [second], comment: '不必了' });
    const opinion = { caller: asked, taskId, opinion: 'approve', comment: '同意' } as const;
    expect((await engine.get(GiveOpinionCommand).execute(opinion)).active).toEqual(['signing']);
    await assertSound(rootId);
  });

  it('离职转办 moves everything that stands in one name, with a result for each', async () => {
    const first = await toSigning('all');
    const second = await toSigning('turns');
    const leader = leaders[1] as Caller;
    const heir = await aUser().of({ id: purchaserId }).withRoles('leader').insert(database.dataSource);
    await engine.reloadDirectory();
    const results = await engine
      .get(HandOverAllCommand)
      .execute({ caller: officer, from: leader.userId, to: heir.id, comment: '调离' });
    expect(results).toMatchObject([first, second].map(({ taskId }) => ({ taskId, ok: true, code: null })));
    expect(await todo(leader)).toEqual([]);
  });

  it('keeps duties apart after a hand-over', async () => {
    const { taskId } = await toSigning('one');
    const both = aCaller({ ...officer, roles: ['business-officer', 'leader'] });
    await database.dataSource.query("INSERT INTO identity_user_role (user_id, role) VALUES (?, 'leader')", [
      officer.userId,
    ]);
    await database.dataSource.query("UPDATE identity_revision SET revision = revision + 1 WHERE name = 'directory'");
    await engine.reloadDirectory();
    const transfer = { caller: leaders[0] as Caller, taskId, to: both.userId, comment: '请办理' };
    await expect(engine.get(TransferTaskCommand).execute(transfer)).rejects.toMatchObject({ status: 422 });
  });
});

async function seatsOf(taskId: number): Promise<{ id: number; userId: number }[]> {
  const [row] = await database.dataSource.query('SELECT round FROM engine_task WHERE id = ?', [taskId]);
  const stored = typeof row.round === 'string' ? JSON.parse(row.round) : row.round;
  return stored.round.seats;
}
