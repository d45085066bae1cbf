import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Caller, identitySchema, type OrganisationRecord } from '#libs/identity';
import type { JsonObject } from '#libs/kernel';
import { useDatabase } from '#support/database';
import { startEngine } from '#testing/engine';
import { aCaller, anOrganisation, aUser } from '#testing/identity';
import { ActCommand, engineSchema, InboxReader, Replayer, StartRootCommand } from '../index.js';
import { readJson } from '../instances/json.column.js';
import { RecusalService } from './recusals/recusal.service.js';

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
    on: { SUBMIT: checking, CALL: voting }
  checking:
    title: { zh: 复核, en: Checking }
    task: { assignee: { organisation: purchaser, role: business-officer }, not: [drafting], due: none }
    on: { AGREE: deciding }
  deciding:
    title: { zh: 审定, en: Deciding }
    task: { assignee: { organisation: purchaser, role: leader }, due: none }
    on: { AGREE: done }
  voting:
    title: { zh: 会签, en: Voting }
    task: { assignee: { organisation: purchaser, role: business-officer }, not: [drafting], sign: { mode: all }, due: none }
    on: { APPROVE: done, REJECT: drafting }
  done: { type: final }
`;

const database = await useDatabase([identitySchema, engineSchema]);
const engine = await startEngine({ databaseUrl: database.url, workflows: { 'test/review.yaml': REVIEW } });
afterAll(() => engine.close());

let bureau: OrganisationRecord;
let city: OrganisationRecord;
let officer: Caller;
let leader: Caller;
let head: Caller;
let rootId: number;

async function person(of: OrganisationRecord, ...roles: string[]): Promise<Caller> {
  const user = await aUser()
    .of(of)
    .withRoles(...roles)
    .insert(database.dataSource);
  await engine.reloadDirectory();
  const permissions = new Set(roles.includes('head') ? ['recusals.manage'] : []);
  return aCaller({ userId: user.id, organisationId: of.id, roles, permissions });
}

beforeEach(async () => {
  engine.clock.set('2026-03-02T02:00:00.000Z');
  bureau = await anOrganisation().in('513431').insert(database.dataSource);
  city = await anOrganisation().in('5134').insert(database.dataSource);
  officer = await person(bureau, 'business-officer');
  leader = await person(bureau, 'leader');
  head = await person(bureau, 'head');
  const input = { process: 'test.review', kind: 'test', title: '审批', purchaserId: bureau.id };
  const started = await engine
    .get(StartRootCommand)
    .execute({ caller: officer, ...input, divisionCode: '513431', input: {}, payload: {} });
  rootId = started.rootId;
});

async function act(caller: Caller, event: string): Promise<void> {
  const rows: { id: number }[] = await database.dataSource.query(
    "SELECT id FROM engine_task WHERE root_id = ? AND status = 'open'",
    [rootId],
  );
  const task = { taskId: Number(rows[0]?.id), taskVersion: null };
  await engine.get(ActCommand).execute({ caller, ...task, event, payload: {} });
}

async function todo(caller: Caller): Promise<string[]> {
  const { items } = await engine.get(InboxReader).read(caller, { box: 'todo', limit: 10, language: 'en' });
  return items.map(({ title }) => title);
}

/** What the last row of the history says of who got the task. */
async function handedTo(): Promise<JsonObject[]> {
  const rows: { facts: unknown }[] = await database.dataSource.query(
    'SELECT facts FROM engine_history WHERE root_id = ? ORDER BY seq DESC LIMIT 1',
    [rootId],
  );
  const { opened = [] } = readJson<{ opened?: { candidates: JsonObject[] }[] }>(rows[0]?.facts);
  return opened.flatMap(({ candidates }) => candidates);
}

const declare = (caller: Caller, subjectKind: 'case' | 'organisation' | 'person', subjectId: number) =>
  engine.get(RecusalService).declare(caller, { subjectKind, subjectId, reason: '近亲属' });

describe('separation of duties in a small office', () => {
  it('leaves the task to the colleague who may', async () => {
    const second = await person(bureau, 'business-officer');
    await act(officer, 'SUBMIT');
    expect(await handedTo()).toEqual([{ organisationId: bureau.id, role: 'business-officer', userId: 0 }]);
    await expect(act(officer, 'AGREE')).rejects.toMatchObject({ code: 'engine.separation-of-duties' });
    await act(second, 'AGREE');
  });

  it('finds another post of the office by rule, and the history says so', async () => {
    const finance = await person(bureau, 'planning-finance-officer');
    await act(officer, 'SUBMIT');
    expect(await handedTo()).toEqual([
      {
        organisationId: bureau.id,
        role: 'planning-finance-officer',
        userId: 0,
        substituted: {
          from: { organisation: 'purchaser', role: 'business-officer' },
          to: { organisation: 'purchaser', role: 'planning-finance-officer' },
          rule: '同级其他岗位',
        },
      },
    ]);
    expect([await todo(officer), await todo(finance)]).toEqual([[], ['Checking']]);
    await act(finance, 'AGREE');
    expect(await engine.get(Replayer).replay(rootId)).toMatchObject({ identical: true });
  });

  it('passes over posts in which nobody may act', async () => {
    await database.dataSource.query('INSERT INTO identity_user_role (user_id, role) VALUES (?, ?)', [
      officer.userId,
      'planning-finance-officer',
    ]);
    await engine.reloadDirectory();
    await act(officer, 'SUBMIT');
    expect(await handedTo()).toMatchObject([{ role: 'head', substituted: { rule: '同级其他岗位' } }]);
    await act(head, 'AGREE');
  });

  it('leaves out of 会签 those whom an earlier duty excludes', async () => {
    const [second, third] = [await person(bureau, 'business-officer'), await person(bureau, 'business-officer')];
    await act(officer, 'CALL');
    expect((await handedTo()).map(({ userId }) => userId)).toEqual([second.userId, third.userId]);
    await act(second, 'APPROVE');
    await act(third, 'APPROVE');
  });
});

describe('a conflict of interest', () => {
  it('hands the task to the superior when nobody else has the post', async () => {
    const above = await person(city, 'leader');
    const second = await person(bureau, 'business-officer');
    await declare(leader, 'case', rootId);
    await act(officer, 'SUBMIT');
    await act(second, 'AGREE');
    expect(await handedTo()).toMatchObject([
      { organisationId: city.id, role: 'leader', substituted: { rule: '上级同类部门', to: { organisation: 'city' } } },
    ]);
    await act(above, 'AGREE');
  });

  it.each<[string, () => Promise<unknown>]>([
    ['the case', () => declare(leader, 'case', rootId)],
    ['a party of it', () => declare(leader, 'organisation', bureau.id)],
    ['a person who took part', () => declare(leader, 'person', officer.userId)],
  ])('with %s, declared when the task is open, keeps from acting until it is lifted', async (_, declaring) => {
    const second = await person(bureau, 'business-officer');
    await act(officer, 'SUBMIT');
    await act(second, 'AGREE');
    const { id } = (await declaring()) as { id: number };
    await expect(act(leader, 'AGREE')).rejects.toMatchObject({ code: 'engine.recused', details: { whose: 'own' } });
    const recusals = engine.get(RecusalService);
    await expect(recusals.lift(leader, id, '已澄清')).rejects.toMatchObject({ code: 'engine.recusal-own' });
    await expect(recusals.lift(officer, id, '已澄清')).rejects.toMatchObject({ status: 404 });
    expect(await recusals.lift(head, id, '已澄清')).toMatchObject({ liftedBy: head.userId });
    await expect(recusals.lift(head, id, '已澄清')).rejects.toMatchObject({ code: 'engine.recusal-lifted' });
    await act(leader, 'AGREE');
  });

  it('is declared for others by whoever manages the office alone', async () => {
    const recusals = engine.get(RecusalService);
    const request = { userId: leader.userId, subjectKind: 'case', subjectId: rootId, reason: '近亲属' } as const;
    await expect(recusals.declare(officer, request)).rejects.toMatchObject({ status: 403 });
    expect(await recusals.declare(head, request)).toMatchObject({ userId: leader.userId, declaredBy: head.userId });
    const stranger = await person(city, 'head');
    await expect(recusals.declare(stranger, request)).rejects.toMatchObject({ status: 403 });
    const nowhere = { ...request, userId: undefined, subjectId: rootId };
    await expect(recusals.declare({ ...stranger, organisationId: -1 }, nowhere)).rejects.toMatchObject({ status: 404 });
    expect([await recusals.list(officer), await recusals.list(head)]).toMatchObject([[], [{ userId: leader.userId }]]);
  });
});
