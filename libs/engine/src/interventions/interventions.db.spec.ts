import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Caller, identitySchema } from '#libs/identity';
import { useDatabase } from '#support/database';
import { startEngine } from '#testing/engine';
import { aCaller, anOrganisation, aUser } from '#testing/identity';
import {
  ActCommand,
  CancelCaseCommand,
  ChainVerifier,
  engineSchema,
  InboxReader,
  InterventionDesk,
  Replayer,
  StartRootCommand,
} from '../index.js';
import { CasePowers } from './case.powers.js';
import type { InterventionKind, InterventionWish } from './intervention.js';

const REVIEW = `
process: test.review
version: 1
title: { zh: 测试审批, en: Test review }
parameters:
  answerPeriod:
    { type: duration, default: P3WD, min: P3WD, law: civil-code#201, suspendable: [procurement-law#57] }
owner: { organisation: purchaser, role: business-officer }
initial: drafting
states:
  drafting:
    title: 起草
    task:
      assignee: { organisation: purchaser, role: business-officer }
      allow: [cancel]
      due: { within: P5WD, remind: [-P1WD, P0D], escalate: standard }
    on: { SUBMIT: reviewing }
  reviewing:
    title: 审核
    task:
      assignee: { organisation: purchaser, role: leader }
      allow: [cancel]
      due: { within: P5WD, remind: [P0D], escalate: standard }
    on: { APPROVE: waiting }
  waiting:
    title: 公示
    after: { answerPeriod: closing }
  closing:
    title: 归档
    task:
      assignee: { organisation: purchaser, role: business-officer }
      due: { within: P5WD, remind: [P0D], escalate: standard }
    on: { CLOSE: done }
  done: { type: final }
`;

const START = '2026-03-02T02:00:00.000Z';
const database = await useDatabase([identitySchema, engineSchema]);
const engine = await startEngine({ databaseUrl: database.url, workflows: { 'test/review.yaml': REVIEW } });
afterAll(() => engine.close());

let purchaserId: number;
let officer: Caller;
let leader: Caller;
let second: Caller;

beforeEach(async () => {
  engine.clock.set(START);
  const bureau = await anOrganisation().insert(database.dataSource);
  purchaserId = bureau.id;
  const scope = { kind: 'division', prefix: '513431' } as const;
  const callers: Caller[] = [];
  for (const role of ['business-officer', 'leader', 'deputy-leader']) {
    const user = await aUser().of(bureau).withRoles(role).insert(database.dataSource);
    callers.push(aCaller({ userId: user.id, organisationId: bureau.id, roles: user.roles, scope }));
  }
  [officer, leader, second] = callers as [Caller, Caller, Caller];
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

const act = (caller: Caller, taskId: number, event: string) =>
  engine.get(ActCommand).execute({ caller, taskId, event, taskVersion: null, payload: {} });

async function propose(rootId: number, kind: InterventionKind, wanted: InterventionWish = {}): Promise<number> {
  const receivedAt = new Date(START);
  const desk = engine.get(InterventionDesk);
  return (await desk.propose({ caller: leader, rootId, kind, wanted, reason: '项目调整', receivedAt })).id;
}

const confirm = (rootId: number, interventionId: number, caller = second) =>
  engine.get(InterventionDesk).decide({ caller, rootId, interventionId, agrees: true, remark: '同意' });

async function intervene(rootId: number, kind: InterventionKind, wanted: InterventionWish = {}): Promise<void> {
  await confirm(rootId, await propose(rootId, kind, wanted));
}

async function todo(caller: Caller): Promise<number[]> {
  const { items } = await engine.get(InboxReader).read(caller, { box: 'todo', limit: 20 });
  return items.map(({ id }) => id);
}

async function statusOf(rootId: number): Promise<string> {
  const [row] = await database.dataSource.query('SELECT status FROM engine_root WHERE id = ?', [rootId]);
  return row.status;
}

async function assertSound(rootId: number): Promise<void> {
  expect(await engine.get(Replayer).replay(rootId)).toMatchObject({ identical: true });
  expect(await engine.get(ChainVerifier).verify(rootId)).toMatchObject({ valid: true });
}

describe('撤销', () => {
  it('ends a case for whoever began it, while nobody else has acted', async () => {
    const { rootId, taskId } = await start();
    const cancel = (caller: Caller) => engine.get(CancelCaseCommand).execute({ caller, rootId, reason: '重复立项' });
    await expect(cancel(leader)).rejects.toMatchObject({ code: 'engine.cancel-not-initiator' });
    await cancel(officer);
    expect(await statusOf(rootId)).toBe('cancelled');
    expect(await todo(officer)).toEqual([]);
    await expect(act(officer, taskId, 'SUBMIT')).rejects.toMatchObject({ code: 'engine.task-not-open' });
    await expect(cancel(officer)).rejects.toMatchObject({ code: 'engine.case-ended' });
    await assertSound(rootId);
  });

  it('is refused once somebody else has acted, and where the step does not allow it', async () => {
    const { rootId, taskId } = await start();
    const submitted = await act(officer, taskId, 'SUBMIT');
    await act(leader, submitted.openedTasks[0] ?? 0, 'APPROVE');
    const cancelled = engine.get(CancelCaseCommand).execute({ caller: officer, rootId, reason: '重复立项' });
    await expect(cancelled).rejects.toMatchObject({ code: 'engine.cancel-acted-on' });
    expect(await statusOf(rootId)).toBe('open');
  });
});

describe('干预', () => {
  it('needs two persons, and is decided once', async () => {
    const { rootId } = await start();
    const id = await propose(rootId, 'terminate');
    await expect(confirm(rootId, id, leader)).rejects.toMatchObject({ code: 'engine.second-person' });
    expect(await statusOf(rootId)).toBe('open');
    await confirm(rootId, id);
    expect(await statusOf(rootId)).toBe('terminated');
    await expect(confirm(rootId, id)).rejects.toMatchObject({ code: 'engine.intervention-decided' });
    await assertSound(rootId);
  });

  it('may be declined, and then nothing happens', async () => {
    const { rootId, taskId } = await start();
    const interventionId = await propose(rootId, 'void');
    const answer = { caller: second, rootId, interventionId, agrees: false, remark: '理由不足' };
    await engine.get(InterventionDesk).decide(answer);
    expect((await act(officer, taskId, 'SUBMIT')).active).toEqual(['reviewing']);
    await assertSound(rootId);
  });

  it('唤醒 lets a terminated case go on where it stood, with what was left of its periods', async () => {
    const { rootId, taskId } = await start();
    const submitted = await act(officer, taskId, 'SUBMIT');
    await act(leader, submitted.openedTasks[0] ?? 0, 'APPROVE');
    await intervene(rootId, 'terminate');
    engine.clock.set('2026-04-01T02:00:00.000Z');
    await intervene(rootId, 'wake');
    const timers = await database.dataSource.query(
      "SELECT deadline, due_at FROM engine_timer WHERE root_id = ? AND status = 'armed'",
      [rootId],
    );
    expect(timers).toEqual([{ deadline: 'answerPeriod', due_at: new Date('2026-04-07T16:00:00.000Z') }]);
    await assertSound(rootId);
    await expect(propose(rootId, 'wake')).rejects.toMatchObject({ code: 'engine.case-running' });
  });

  it('唤醒 gives open tasks back to those who had them', async () => {
    const { rootId } = await start();
    await intervene(rootId, 'void');
    expect(await todo(officer)).toEqual([]);
    await intervene(rootId, 'wake');
    const [task] = await todo(officer);
    expect((await act(officer, task ?? 0, 'SUBMIT')).active).toEqual(['reviewing']);
    await assertSound(rootId);
  });

  it('挂起 stops everybody, 激活 lets them go on', async () => {
    const { rootId, taskId } = await start();
    // A law of the catalogue that no deadline of this process lists is no cause either.
    for (const cause of ['no-such-law#1', 'budget-law#52'])
      await expect(propose(rootId, 'suspend', { cause })).rejects.toMatchObject({
        code: 'engine.unknown-cause',
        details: { cause, causes: ['procurement-law#57'] },
      });
    await intervene(rootId, 'suspend', { cause: 'procurement-law#57' });
    await expect(act(officer, taskId, 'SUBMIT')).rejects.toMatchObject({ code: 'engine.suspended' });
    await expect(propose(rootId, 'activate', { cause: 'procurement-law#58' })).rejects.toMatchObject({
      code: 'engine.case-not-suspended',
    });
    await intervene(rootId, 'activate', { cause: 'procurement-law#57' });
    expect((await act(officer, taskId, 'SUBMIT')).active).toEqual(['reviewing']);
    await assertSound(rootId);
  });

  it('跳转 goes anywhere but past a period that the law sets', async () => {
    const { rootId, taskId } = await start();
    await expect(propose(rootId, 'jump', { state: 'closing' })).rejects.toMatchObject({
      code: 'engine.jump-lawful-wait',
    });
    await expect(propose(rootId, 'jump', { state: 'nowhere' })).rejects.toMatchObject({
      code: 'engine.jump-unknown-state',
    });
    await expect(propose(rootId, 'jump')).rejects.toMatchObject({ code: 'engine.wish-incomplete' });
    await intervene(rootId, 'jump', { state: 'reviewing' });
    expect(await todo(officer)).not.toContain(taskId);
    expect(await todo(leader)).toHaveLength(1);
    await intervene(rootId, 'jump', { state: 'drafting' });
    expect(await todo(officer)).toHaveLength(1);
    await assertSound(rootId);
  });

  it('is for the purchaser and those above it', async () => {
    const { rootId } = await start();
    const stranger = aCaller({ ...leader, organisationId: 9, organisationKind: 'finance' });
    const wish = {
      caller: stranger,
      rootId,
      kind: 'void',
      wanted: {},
      reason: '测试',
      receivedAt: new Date(START),
    } as const;
    await expect(engine.get(InterventionDesk).propose(wish)).rejects.toMatchObject({
      code: 'engine.intervention-forbidden',
    });
  });
});

describe('what a page offers on a case', () => {
  const powers = (caller: Caller, rootId: number) => engine.get(CasePowers).read(caller, rootId, 'zh');
  const intervener = (): Caller => ({ ...leader, permissions: new Set(['cases.intervene']) });

  it('撤销 to the initiator alone, until others have acted', async () => {
    const { rootId, taskId } = await start();
    expect(await powers(officer, rootId)).toEqual({
      cancel: true,
      urge: true,
      interventions: [],
      jumps: [],
      causes: [],
    });
    expect(await powers(leader, rootId)).toMatchObject({ cancel: false, urge: false });
    await act(officer, taskId, 'SUBMIT');
    expect((await powers(officer, rootId)).cancel).toBe(true);
  });

  it('干预 to those with the permission, with the states that have tasks', async () => {
    const { rootId } = await start();
    const found = await powers(intervener(), rootId);
    expect(found.interventions).toEqual(['suspend', 'activate', 'jump', 'terminate', 'void']);
    expect(found.jumps.map(({ title }) => title)).toEqual(['起草', '审核', '归档']);
    expect(found.causes.map(({ reference }) => reference)).toEqual(['procurement-law#57']);
    await engine.get(CancelCaseCommand).execute({ caller: officer, rootId, reason: '重复申报' });
    expect(await powers(intervener(), rootId)).toEqual({
      cancel: false,
      urge: false,
      interventions: ['wake'],
      jumps: [],
      causes: [],
    });
  });
});
