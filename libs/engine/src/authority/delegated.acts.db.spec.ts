import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Caller, DelegationService, identitySchema, type OrganisationRecord } from '#libs/identity';
import { useDatabase } from '#support/database';
import { startEngine } from '#testing/engine';
import { aCaller, anOrganisation, aUser } from '#testing/identity';
import {
  ActCommand,
  CaseExplainer,
  ChainVerifier,
  engineSchema,
  InboxReader,
  Replayer,
  ReturnTaskCommand,
  StartRootCommand,
  TaskReader,
  TimelineReader,
} from '../index.js';

const REVIEW = `
process: test.review
version: 1
title: 审批
owner: { organisation: purchaser, role: business-officer }
initial: drafting
states:
  drafting:
    title: 起草
    task: { assignee: { organisation: purchaser, role: business-officer }, due: none }
    on: { SUBMIT: deciding }
  deciding:
    title: { zh: 审定, en: Deciding }
    task: { assignee: { organisation: purchaser, role: leader }, not: [drafting], due: none, allow: [return] }
    on: { AGREE: sealing }
  sealing:
    title: 用印
    task: { assignee: { organisation: purchaser, role: head }, not: [deciding], due: none }
    on: { SEAL: done }
  done: { type: final }
`;

const database = await useDatabase([identitySchema, engineSchema]);
const engine = await startEngine({ databaseUrl: database.url, workflows: { 'test/review.yaml': REVIEW } });
afterAll(() => engine.close());

let bureau: OrganisationRecord;
let officer: Caller;
let leader: Caller;
let deputy: Caller;
let head: Caller;
let rootId: number;

async function person(name: string, ...roles: string[]): Promise<Caller> {
  const user = await aUser()
    .of(bureau)
    .named(name)
    .withRoles(...roles)
    .insert(database.dataSource);
  return aCaller({ userId: user.id, organisationId: bureau.id, roles, name });
}

beforeEach(async () => {
  engine.clock.set('2026-03-02T02:00:00.000Z');
  bureau = await anOrganisation().insert(database.dataSource);
  officer = await person('甲', 'business-officer');
  leader = await person('乙', 'leader');
  deputy = await person('丙', 'deputy-leader');
  head = await person('丁', 'head');
  await engine.reloadDirectory();
  await start();
});

async function start(): Promise<void> {
  const input = { process: 'test.review', kind: 'test', title: '审批', purchaserId: bureau.id };
  const started = await engine
    .get(StartRootCommand)
    .execute({ caller: officer, ...input, divisionCode: '513431', input: {}, payload: {} });
  rootId = started.rootId;
}

function delegate(
  principal: Caller,
  to: Caller,
  scope: Partial<Record<'roles' | 'processes' | 'divisions', string[]>> = {},
) {
  return engine.get(DelegationService).create(principal, {
    delegateId: to.userId,
    firstDay: '2026-03-02',
    lastDay: '2026-03-06',
    documentNumber: '昭民发〔2026〕7号',
    scope: { roles: [], processes: [], divisions: [], ...scope },
  });
}

async function openTask(): Promise<number> {
  const rows: { id: number }[] = await database.dataSource.query(
    "SELECT id FROM engine_task WHERE root_id = ? AND status = 'open'",
    [rootId],
  );
  return Number(rows[0]?.id);
}

async function act(caller: Caller, event: string): Promise<void> {
  const task = { taskId: await openTask(), taskVersion: null };
  await engine.get(ActCommand).execute({ caller, ...task, event, payload: {} });
}

async function todo(caller: Caller) {
  const { items } = await engine.get(InboxReader).read(caller, { box: 'todo', limit: 10, language: 'en' });
  expect(await engine.get(InboxReader).countTodo(caller)).toBe(items.length);
  return items.map(({ title, onBehalfOf }) => [title, onBehalfOf?.name ?? null]);
}

const timeline = async () => (await engine.get(TimelineReader).read(rootId, { limit: 50 })).items;

describe('a substitute', () => {
  it('has the principal’s tasks, marked, and acts on them in that name', async () => {
    await act(officer, 'SUBMIT');
    expect(await todo(deputy)).toEqual([]);
    await delegate(leader, deputy);
    expect(await todo(deputy)).toEqual([['Deciding', '乙']]);
    expect(await todo(leader)).toEqual([['Deciding', null]]);
    const shown = await engine.get(TaskReader).read(deputy, await openTask());
    expect(shown.onBehalfOf).toEqual({ id: leader.userId, name: '乙', documents: ['昭民发〔2026〕7号'] });
    expect(shown.actions.map(({ event }) => event)).toEqual(['AGREE']);
    await act(deputy, 'AGREE');
    expect([await todo(deputy), await todo(leader)]).toEqual([[], []]);
    expect((await timeline()).at(-1)?.actor).toMatchObject({ name: '丙', onBehalfOf: '乙' });
    expect((await timeline())[1]?.actor).toMatchObject({ name: '甲', onBehalfOf: null });
    expect(await engine.get(Replayer).replay(rootId)).toMatchObject({ identical: true });
    expect(await engine.get(ChainVerifier).verify(rootId)).toMatchObject({ valid: true });
  });

  it('loses the task when the principal acts first', async () => {
    await act(officer, 'SUBMIT');
    await delegate(leader, deputy);
    const taskId = await openTask();
    await act(leader, 'AGREE');
    const again = { caller: deputy, taskId, taskVersion: null, event: 'AGREE', payload: {} };
    await expect(engine.get(ActCommand).execute(again)).rejects.toMatchObject({ code: 'engine.task-not-open' });
    expect(await todo(deputy)).toEqual([]);
  });

  it.each([
    ['another role', { roles: ['head'] }],
    ['another family of processes', { processes: ['procurement.*'] }],
    ['another county', { divisions: ['513432'] }],
  ])('has nothing where the delegation is about %s', async (_, scope) => {
    await database.dataSource.query(
      "INSERT IGNORE INTO identity_division (code, name, level, parent_code, is_special) VALUES ('513432', '喜德县', 'county', '5134', 0)",
    );
    const both = await person('戊', 'leader', 'head');
    await engine.reloadDirectory();
    await act(officer, 'SUBMIT');
    if ('divisions' in scope) await insertDelegation(both, deputy, scope.divisions);
    else await delegate(both, deputy, scope);
    expect(await todo(deputy)).toEqual([]);
    await expect(act(deputy, 'AGREE')).rejects.toMatchObject({ code: 'engine.not-your-task' });
  });

  it('is refused, with the reason, when the delegation has run out or was revoked', async () => {
    await act(officer, 'SUBMIT');
    const { id } = await delegate(leader, deputy);
    engine.clock.set('2026-03-06T16:00:00.000Z');
    expect(await todo(deputy)).toEqual([]);
    await expect(act(deputy, 'AGREE')).rejects.toMatchObject({
      code: 'engine.delegation-not-in-force',
      status: 403,
      details: { documentNumber: '昭民发〔2026〕7号', lastDay: '2026-03-06' },
    });
    engine.clock.set('2026-03-03T02:00:00.000Z');
    await engine.get(DelegationService).revoke(leader, id);
    await expect(act(deputy, 'AGREE')).rejects.toMatchObject({ code: 'engine.delegation-not-in-force' });
    await act(leader, 'AGREE');
  });

  it('opens the case in which it has something to do', async () => {
    await act(officer, 'SUBMIT');
    await expect(engine.get(CaseExplainer).explain({ ...deputy, organisationId: -1 }, rootId)).rejects.toMatchObject({
      status: 404,
    });
    await delegate(leader, deputy);
    const { tasks } = await engine.get(CaseExplainer).explain({ ...deputy, organisationId: -1 }, rootId);
    expect(tasks).toMatchObject([{ mine: true }]);
  });
});

describe('separation of duties', () => {
  it('looks at what the substitute did before', async () => {
    await delegate(leader, officer);
    await act(officer, 'SUBMIT');
    await expect(act(officer, 'AGREE')).rejects.toMatchObject({
      code: 'engine.separation-of-duties',
      details: { whose: 'own' },
    });
  });

  it('looks at what the principal did before', async () => {
    const many = await person('己', 'business-officer', 'leader');
    await engine.reloadDirectory();
    await delegate(many, deputy);
    await act(many, 'SUBMIT');
    await expect(act(deputy, 'AGREE')).rejects.toMatchObject({
      code: 'engine.separation-of-duties',
      details: { whose: 'principal' },
    });
    await act(leader, 'AGREE');
  });

  it('holds the principal to what was done in its name', async () => {
    const both = await person('庚', 'leader', 'head');
    await engine.reloadDirectory();
    await act(officer, 'SUBMIT');
    await delegate(both, deputy);
    await act(deputy, 'AGREE');
    await expect(act(both, 'SEAL')).rejects.toMatchObject({ code: 'engine.separation-of-duties' });
    await act(head, 'SEAL');
  });

  it('gives back to the principal what was done in its name', async () => {
    const other = await person('壬', 'business-officer');
    await engine.reloadDirectory();
    await delegate(officer, deputy);
    await act(deputy, 'SUBMIT');
    const back = { caller: leader, taskId: await openTask(), taskVersion: null, to: 'drafting', comment: '请补充' };
    await engine.get(ReturnTaskCommand).execute(back);
    expect(await todo(officer)).toEqual([['起草', null]]);
    expect(await todo(deputy)).toEqual([['起草', '甲']]);
    expect(await todo(other)).toEqual([]);
  });
});

/** By SQL: the division of the test is not loaded into the tree. */
async function insertDelegation(principal: Caller, to: Caller, divisions: readonly string[]): Promise<void> {
  await database.dataSource.query("UPDATE identity_revision SET revision = revision + 1 WHERE name = 'directory'");
  await database.dataSource.query(
    `INSERT INTO identity_delegation (id, principal_id, delegate_id, first_day, last_day, scope, document_number, created_by,
       created_at, revision) SELECT 1, ?, ?, '2026-03-02', '2026-03-06', ?, '1', ?, NOW(3), revision FROM identity_revision`,
    [principal.userId, to.userId, JSON.stringify({ format: 1, roles: [], processes: [], divisions }), principal.userId],
  );
  await engine.reloadDirectory();
}
