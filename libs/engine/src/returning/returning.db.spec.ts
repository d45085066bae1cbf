import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Caller, identitySchema } from '#libs/identity';
import { useDatabase } from '#support/database';
import { startEngine } from '#testing/engine';
import { aCaller, anOrganisation, aUser } from '#testing/identity';
import {
  ActCommand,
  ChainVerifier,
  ClaimTaskCommand,
  engineSchema,
  InboxReader,
  RejectTaskCommand,
  Replayer,
  ReturnTaskCommand,
  StartRootCommand,
  TakeBackCommand,
  TaskReader,
} from '../index.js';
import { PreviewReader } from './preview.reader.js';
import { DraftBook } from '../drafts/draft.book.js';

const TASK = (role: string, more = '') =>
  `{ assignee: { organisation: purchaser, role: ${role} }, due: { within: P5WD, remind: P0D }${more} }`;

/** 起草 → 初审 → 复核 → 签批. */
const LINE = (name: string, reject: string, more = '') => `
process: test.${name}
version: 1
title: { zh: 驳回测试, en: Rejecting }
owner: { organisation: purchaser, role: business-officer }
variables: { amount: { type: integer, default: 0 } }
initial: drafting
states:
  drafting:
    title: 起草
    task: ${TASK('business-officer', ', allow: take-back')}
    on: { SUBMIT: checking, SHORTEN: signing }
  checking:
    title: 初审
    task: ${TASK('business-officer', ', allow: take-back')}
    on: { APPROVE: reviewing }
  reviewing:
    title: 复核
    task: ${TASK('leader', ', allow: return')}
    on: { APPROVE: signing }
  signing:
    title: 签批
    task: ${TASK('leader', `, allow: [reject, return], reject: ${reject}${more}`)}
    on: { APPROVE: done, REJECT: drafting }
  done: { type: final }
`;

/** 起草 → (财务 ‖ 法务 → 法务复核) → 归档. */
const BRANCHES = `
process: test.branches
version: 1
title: { zh: 分支测试, en: Branches }
owner: { organisation: purchaser, role: business-officer }
initial: drafting
states:
  drafting:
    title: 起草
    task: ${TASK('business-officer')}
    on: { SUBMIT: hearing }
  hearing:
    type: parallel
    states:
      money:
        initial: finance
        states:
          finance: { title: 财务, task: ${TASK('leader', ', sign: all')}, on: { APPROVE: fine, REJECT: fine } }
          fine: { type: final }
      law:
        initial: legal
        states:
          legal: { title: 法务, task: ${TASK('leader')}, on: { APPROVE: again } }
          again:
            title: 法务复核
            task: ${TASK('leader', ', allow: [reject, return], reject: { branches: all }, return: { branches: all }')}
            on: { APPROVE: fine }
          fine: { type: final }
    onDone: filing
  filing: { title: 归档, task: ${TASK('business-officer')}, on: { CLOSE: done } }
  done: { type: final }
`;

const database = await useDatabase([identitySchema, engineSchema]);
const engine = await startEngine({
  databaseUrl: database.url,
  workflows: {
    'forward.yaml': LINE('forward', '{ to: [initiator, previous, checking, terminate] }'),
    'back.yaml': LINE('back', '{ to: [initiator, previous], then: back }'),
    'signed.yaml': LINE('signed', '{ then: back }', ', sign: all'),
    'rest.yaml': LINE('rest', '{ to: previous }', ', return: { deadlines: remaining }'),
    'branches.yaml': BRANCHES,
  },
});
afterAll(() => engine.close());

let officer: Caller;
let checker: Caller;
let leader: Caller;
let second: Caller;
let purchaserId: number;

beforeEach(async () => {
  engine.clock.set('2026-03-02T02:00:00.000Z');
  const bureau = await anOrganisation().insert(database.dataSource);
  purchaserId = bureau.id;
  const callers: Caller[] = [];
  for (const role of ['business-officer', 'business-officer', 'leader', 'leader']) {
    const user = await aUser().of(bureau).withRoles(role).insert(database.dataSource);
    const scope = { kind: 'division', prefix: '513431' } as const;
    callers.push(aCaller({ userId: user.id, organisationId: bureau.id, roles: [role], scope }));
  }
  [officer, checker, leader, second] = callers as [Caller, Caller, Caller, Caller];
  await engine.reloadDirectory();
});

async function start(process: string) {
  const order = { process: `test.${process}`, kind: 'test', title: '测试', purchaserId, divisionCode: '513431' };
  const result = await engine.get(StartRootCommand).execute({ caller: officer, ...order, input: {}, payload: {} });
  return { rootId: result.rootId, taskId: result.openedTasks[0] ?? 0 };
}

async function act(caller: Caller, taskId: number, event: string) {
  const result = await engine.get(ActCommand).execute({ caller, taskId, event, taskVersion: null, payload: {} });
  return { ...result, taskId: result.openedTasks.at(-1) ?? 0 };
}

const send = (caller: Caller, taskId: number, to: string) => ({
  ...{ caller, taskId, to, taskVersion: null, comment: '材料不全' },
});

async function reject(caller: Caller, taskId: number, to: string) {
  const result = await engine.get(RejectTaskCommand).execute(send(caller, taskId, to));
  return { ...result, taskId: result.openedTasks[0] ?? 0 };
}

async function back(caller: Caller, taskId: number, to: string) {
  const result = await engine.get(ReturnTaskCommand).execute(send(caller, taskId, to));
  return { ...result, taskId: result.openedTasks[0] ?? 0 };
}

/** The case at its last step, 签批. */
async function untilSigning(process: string) {
  const { rootId, taskId } = await start(process);
  const checking = await act(officer, taskId, 'SUBMIT');
  const reviewing = await act(checker, checking.taskId, 'APPROVE');
  return { rootId, taskId: (await act(leader, reviewing.taskId, 'APPROVE')).taskId };
}

async function haves(taskId: number): Promise<Caller[]> {
  const found: Caller[] = [];
  for (const caller of [officer, checker, leader, second]) {
    const { items } = await engine.get(InboxReader).read(caller, { box: 'todo', limit: 20 });
    if (items.some(({ id }) => id === taskId)) found.push(caller);
  }
  return found;
}

async function assertSound(rootId: number): Promise<void> {
  expect(await engine.get(Replayer).replay(rootId)).toMatchObject({ identical: true });
  expect(await engine.get(ChainVerifier).verify(rootId)).toMatchObject({ valid: true });
}

const rows = <T>(sql: string, values: unknown[]): Promise<T[]> => database.dataSource.query(sql, values);

describe('驳回', () => {
  it('offers the places of the definition, as far as the case has been there', async () => {
    const { taskId } = await untilSigning('forward');
    const { operations } = await engine.get(TaskReader).read(leader, taskId);
    expect(operations.reject).toEqual([
      { to: 'initiator', step: { state: 'drafting', title: '起草' }, then: 'forward' },
      { to: 'previous', step: { state: 'reviewing', title: '复核' }, then: 'forward' },
      { to: 'checking', step: { state: 'checking', title: '初审' }, then: 'forward' },
      { to: 'terminate', step: null, then: 'forward' },
    ]);
    await expect(reject(leader, taskId, 'nowhere')).rejects.toMatchObject({
      code: 'engine.reject-target',
      details: { places: ['initiator', 'previous', 'checking', 'terminate'] },
    });
  });

  it('goes to whoever did the step, and then the whole way again', async () => {
    const { rootId, taskId } = await untilSigning('forward');
    const drafting = await reject(second, taskId, 'initiator');
    expect(drafting.active).toEqual(['drafting']);
    expect(await haves(drafting.taskId)).toEqual([officer]);
    expect((await act(officer, drafting.taskId, 'SUBMIT')).active).toEqual(['checking']);
    await assertSound(rootId);
  });

  it('offers no step that an earlier return has undone', async () => {
    const { taskId } = await untilSigning('forward');
    const drafting = await reject(leader, taskId, 'initiator');
    const signing = await act(officer, drafting.taskId, 'SHORTEN');
    const { operations } = await engine.get(TaskReader).read(leader, signing.taskId);
    expect(operations.return.map(({ state }) => state)).toEqual(['drafting']);
  });

  it('ends the case where the definition lets it', async () => {
    const { rootId, taskId } = await untilSigning('forward');
    await reject(leader, taskId, 'terminate');
    expect(await rows('SELECT status FROM engine_root WHERE id = ?', [rootId])).toEqual([{ status: 'terminated' }]);
    expect(await rows('SELECT status, closed_by, closed_event FROM engine_task WHERE id = ?', [taskId])).toEqual([
      { status: 'done', closed_by: leader.userId, closed_event: 'reject' },
    ]);
    await expect(reject(leader, taskId, 'initiator')).rejects.toMatchObject({ code: 'engine.task-not-open' });
    await assertSound(rootId);
  });

  it('with `then: back` the resubmission goes straight to whoever rejected it', async () => {
    const { rootId, taskId } = await untilSigning('back');
    const drafting = await reject(second, taskId, 'initiator');
    const again = await act(officer, drafting.taskId, 'SUBMIT');
    expect(again.active).toEqual(['signing']);
    expect(await haves(again.taskId)).toEqual([second]);
    const { operations } = await engine.get(TaskReader).read(second, again.taskId);
    expect(operations.return.map(({ state }) => state)).toEqual(['drafting', 'reviewing', 'checking']);
    const kinds = await rows<{ kind: string }>('SELECT kind FROM engine_history WHERE root_id = ? ORDER BY seq', [
      rootId,
    ]);
    expect(kinds.slice(-3).map(({ kind }) => kind)).toEqual(['rejected', 'acted', 'resumed']);
    expect((await act(second, again.taskId, 'APPROVE')).active).toEqual(['done']);
    await assertSound(rootId);
  });

  it('with `then: back` another event than the resubmission goes its own way', async () => {
    const { rootId, taskId } = await untilSigning('back');
    const reviewing = await reject(leader, taskId, 'previous');
    const drafting = await back(leader, reviewing.taskId, 'drafting');
    expect((await act(officer, drafting.taskId, 'SHORTEN')).active).toEqual(['signing']);
    await assertSound(rootId);
  });

  it('of several signers stands in the ledger as a vote, and the resubmission opens a new round', async () => {
    const { rootId, taskId } = await untilSigning('signed');
    await act(leader, taskId, 'APPROVE');
    const drafting = await reject(second, taskId, 'initiator');
    expect(await rows('SELECT vote FROM engine_vote WHERE task_id = ? ORDER BY seq', [taskId])).toEqual([
      { vote: 'approve' },
      { vote: 'reject' },
    ]);
    const again = await act(officer, drafting.taskId, 'SUBMIT');
    expect(again.active).toEqual(['signing']);
    expect(await haves(again.taskId)).toEqual([leader, second]);
    await assertSound(rootId);
  });

  it('is refused to others, to those who saw an older task, and twice', async () => {
    const { taskId } = await untilSigning('forward');
    await expect(reject(officer, taskId, 'previous')).rejects.toMatchObject({ code: 'engine.not-your-task' });
    const stale = { ...send(leader, taskId, 'previous'), taskVersion: 9 };
    await expect(engine.get(RejectTaskCommand).execute(stale)).rejects.toMatchObject({ code: 'engine.task-stale' });
    const twice = await Promise.allSettled([reject(leader, taskId, 'previous'), reject(second, taskId, 'initiator')]);
    expect(twice.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('退回 and 驳回 among parallel branches', () => {
  async function untilAgain() {
    const { rootId, taskId } = await start('branches');
    const { openedTasks } = await act(officer, taskId, 'SUBMIT');
    const [finance = 0, legal = 0] = openedTasks;
    await act(leader, finance, 'APPROVE');
    const again = await act(second, legal, 'APPROVE');
    return { rootId, finance, taskId: again.taskId };
  }

  it('leaves the other branches alone within its own', async () => {
    const { rootId, finance, taskId } = await untilAgain();
    const legal = await back(leader, taskId, 'hearing.law.legal');
    expect(legal.active).toEqual(['hearing.law.legal', 'hearing.money.finance']);
    expect(await haves(finance)).toEqual([second]);
    expect(await haves(legal.taskId)).toEqual([second]);
    await expect(back(second, legal.taskId, 'drafting')).rejects.toMatchObject({
      code: 'engine.operation-not-allowed',
    });
    await assertSound(rootId);
  });

  it('can be looked at before: what is undone, who gets it, which deadlines stop and begin', async () => {
    const { finance, taskId } = await untilAgain();
    const preview = await engine.get(PreviewReader).read(leader, taskId, 'hearing.law.legal');
    expect(preview).toMatchObject({
      to: { state: 'hearing.law.legal', title: '法务' },
      people: [{ id: second.userId }],
      undone: [
        { title: '法务', status: 'done', votes: [] },
        { task: taskId, title: '法务复核', status: 'open', votes: [] },
      ],
      stopped: [{ state: 'hearing.law.again', deadline: 'due' }],
      started: [{ state: 'hearing.law.legal', deadline: 'due', dueAt: new Date('2026-03-09T16:00:00.000Z') }],
      lasting: [],
      effects: [],
    });
    const wide = await engine.get(PreviewReader).read(leader, taskId, 'drafting');
    expect(wide.undone.find(({ task }) => task === finance)?.votes).toMatchObject([{ vote: 'approve' }]);
    expect(wide.stopped.map(({ state }) => state).sort()).toEqual(['hearing.law.again', 'hearing.money.finance']);
    await expect(engine.get(PreviewReader).read(officer, taskId, 'drafting')).rejects.toMatchObject({
      code: 'engine.operation-not-allowed',
    });
  });

  it('with `branches: all` undoes them all; votes stay in the ledger and a new round opens', async () => {
    const { rootId, finance, taskId } = await untilAgain();
    const drafting = await reject(leader, taskId, 'initiator');
    expect(drafting.active).toEqual(['drafting']);
    expect(await haves(finance)).toEqual([]);
    const timers = await rows("SELECT id FROM engine_timer WHERE root_id = ? AND status = 'armed'", [rootId]);
    expect(timers).toHaveLength(1);
    const hearing = await act(officer, drafting.taskId, 'SUBMIT');
    const [again = 0] = hearing.openedTasks;
    expect(await haves(again)).toEqual([leader, second]);
    expect(await rows('SELECT vote FROM engine_vote WHERE task_id = ?', [finance])).toEqual([{ vote: 'approve' }]);
    await assertSound(rootId);
  });
});

describe('deadlines of a step to which work is returned', () => {
  const dueOf = async (taskId: number) =>
    (await rows<{ due_at: Date }>('SELECT due_at FROM engine_task WHERE id = ?', [taskId]))[0]?.due_at.toISOString();

  it('begin anew, or go on with what was left of them', async () => {
    const dues: (string | undefined)[] = [];
    for (const process of ['forward', 'rest']) {
      engine.clock.set('2026-03-02T02:00:00.000Z');
      const { taskId } = await start(process);
      const checking = await act(officer, taskId, 'SUBMIT');
      const reviewing = await act(checker, checking.taskId, 'APPROVE');
      engine.clock.set('2026-03-05T02:00:00.000Z');
      const signing = await act(leader, reviewing.taskId, 'APPROVE');
      engine.clock.set('2026-03-16T02:00:00.000Z');
      dues.push(await dueOf((await back(leader, signing.taskId, 'reviewing')).taskId));
    }
    expect(dues).toEqual(['2026-03-23T16:00:00.000Z', '2026-03-18T16:00:00.000Z']);
  });
});

describe('拿回', () => {
  const takeBack = (caller: Caller, taskId: number) =>
    engine.get(TakeBackCommand).execute({ caller, taskId, comment: '发现漏项' });

  it('takes a step back before the next person has touched it', async () => {
    const { rootId, taskId } = await start('forward');
    await act(officer, taskId, 'SUBMIT');
    expect((await engine.get(TaskReader).read(officer, taskId)).operations.takeBack).toBe(true);
    await expect(takeBack(checker, taskId)).rejects.toMatchObject({ code: 'engine.take-back-not-yours' });
    const again = await takeBack(officer, taskId);
    expect(again.active).toEqual(['drafting']);
    expect((await act(officer, again.openedTasks[0] ?? 0, 'SUBMIT')).active).toEqual(['checking']);
    await assertSound(rootId);
  });

  it('is refused once the task is claimed, begun in a draft, or done', async () => {
    const claimed = await start('forward');
    const first = await act(officer, claimed.taskId, 'SUBMIT');
    await engine.get(ClaimTaskCommand).execute({ caller: checker, taskId: first.taskId, comment: '' });
    await expect(takeBack(officer, claimed.taskId)).rejects.toMatchObject({ code: 'engine.take-back-acted-on' });

    const begun = await start('forward');
    const other = await act(officer, begun.taskId, 'SUBMIT');
    const draft = { event: null, form: {}, comment: '已看', version: 0 };
    await engine.get(DraftBook).save(checker, other.taskId, draft);
    await expect(takeBack(officer, begun.taskId)).rejects.toMatchObject({ code: 'engine.take-back-draft' });

    const done = await start('forward');
    const next = await act(officer, done.taskId, 'SUBMIT');
    const reviewing = await act(checker, next.taskId, 'APPROVE');
    await expect(takeBack(officer, done.taskId)).rejects.toMatchObject({ code: 'engine.take-back-acted-on' });
    await act(leader, reviewing.taskId, 'APPROVE');
    await expect(takeBack(leader, reviewing.taskId)).rejects.toMatchObject({ code: 'engine.take-back-not-allowed' });
  });
});
