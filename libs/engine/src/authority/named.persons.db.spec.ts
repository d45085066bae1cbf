import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Injectable, Module } from '@nestjs/common';
import { type Caller, identitySchema } from '#libs/identity';
import type { JsonObject } from '#libs/kernel';
import { useDatabase } from '#support/database';
import { startEngine } from '#testing/engine';
import { aCaller, anOrganisation, aUser } from '#testing/identity';
import {
  ActCommand,
  ChainVerifier,
  type EffectContext,
  type EffectHandler,
  type EffectInput,
  engineSchema,
  HandlesEffect,
  InboxReader,
  Replayer,
  StartRootCommand,
} from '../index.js';
import { readJson } from '../instances/json.column.js';

const PANEL = `
process: test.panel
version: 1
title: 评审
owner: { organisation: purchaser, role: business-officer }
initial: naming
states:
  naming:
    task: { assignee: { organisation: purchaser, role: business-officer }, form: names, due: none }
    on: { NAME: { target: judging, actions: { effect: test.name, with: { persons: command.payload.persons } } } }
  judging:
    title: { zh: 评分, en: Judging }
    task: { assignee: { organisation: purchaser, role: expert }, due: { within: P5WD } }
    on:
      SWAP: { form: names, actions: { effect: test.name, with: { persons: command.payload.persons } } }
      FINISH: checking
  checking:
    task: { assignee: { organisation: purchaser, role: leader }, due: none }
    on: { AGREE: done }
  done: { type: final }
`;

const NAMES = `
type: object
additionalProperties: false
required: [persons]
properties:
  persons: { type: array, items: { type: integer } }
`;

@Injectable()
@HandlesEffect('test.name')
class NameEffect implements EffectHandler {
  async apply(input: EffectInput, context: EffectContext): Promise<void> {
    await context.setPersons('purchaser', input.list('persons').map(Number));
  }
}

@Module({ providers: [NameEffect] })
class NameModule {}

const database = await useDatabase([identitySchema, engineSchema]);
const engine = await startEngine({
  databaseUrl: database.url,
  workflows: { 'test/panel.yaml': PANEL, 'forms/names.yaml': NAMES },
  modules: [NameModule],
});
afterAll(() => engine.close());

let officer: Caller;
let leader: Caller;
let experts: Caller[];
let rootId: number;

beforeEach(async () => {
  engine.clock.set('2026-03-02T02:00:00.000Z');
  const bureau = await anOrganisation().insert(database.dataSource);
  const caller = async (role: string): Promise<Caller> => {
    const user = await aUser().of(bureau).withRoles(role).insert(database.dataSource);
    return aCaller({ userId: user.id, organisationId: bureau.id, roles: [role] });
  };
  officer = await caller('business-officer');
  leader = await caller('leader');
  experts = [await caller('expert'), await caller('expert'), await caller('expert')];
  await engine.reloadDirectory();
  const input = { process: 'test.panel', kind: 'test', title: '评审', purchaserId: bureau.id };
  const started = await engine
    .get(StartRootCommand)
    .execute({ caller: officer, ...input, divisionCode: '513431', input: {}, payload: {} });
  rootId = started.rootId;
});

async function act(caller: Caller, event: string, payload: JsonObject = {}): Promise<void> {
  const rows: { id: number }[] = await database.dataSource.query(
    "SELECT id FROM engine_task WHERE root_id = ? AND status = 'open'",
    [rootId],
  );
  const task = { taskId: Number(rows[0]?.id), taskVersion: null };
  await engine.get(ActCommand).execute({ caller, ...task, event, payload });
}

const name = (who: readonly Caller[]) => ({ persons: who.map(({ userId }) => userId) });
const todo = async (caller: Caller) => {
  const { items } = await engine.get(InboxReader).read(caller, { box: 'todo', limit: 10, language: 'en' });
  return items.map(({ title }) => title);
};
const todos = () => Promise.all(experts.map(todo));

async function told(): Promise<number> {
  const rows: unknown[] = await database.dataSource.query(
    "SELECT id FROM engine_outbox WHERE root_id = ? AND kind = 'engine.task-opened'",
    [rootId],
  );
  return rows.length;
}

describe('persons named for a relation', () => {
  it('alone have its tasks, and others may not act', async () => {
    const [first, second, third] = experts as [Caller, Caller, Caller];
    await act(officer, 'NAME', name([first, second]));
    expect(await todos()).toEqual([['Judging'], ['Judging'], []]);
    await expect(act(third, 'FINISH')).rejects.toMatchObject({ code: 'engine.not-your-task', status: 403 });
    await act(second, 'FINISH');
    expect(await todos()).toEqual([[], [], []]);
  });

  it('give an open task to others at once, who are told; its due time stays', async () => {
    const [first, second, third] = experts as [Caller, Caller, Caller];
    await act(officer, 'NAME', name([first, second]));
    const before = await told();
    await act(first, 'SWAP', name([second, third]));
    expect(await todos()).toEqual([[], ['Judging'], ['Judging']]);
    expect(await told()).toBe(before + 1);
    const rows: { facts: unknown }[] = await database.dataSource.query(
      "SELECT facts FROM engine_history WHERE root_id = ? AND event = 'SWAP'",
      [rootId],
    );
    expect(readJson<JsonObject>(rows[0]?.facts)).toMatchObject({
      reassigned: [{ candidates: [{ userId: second.userId }, { userId: third.userId }] }],
    });
    await expect(act(first, 'FINISH')).rejects.toMatchObject({ status: 403 });
    await act(third, 'FINISH');
    expect(await engine.get(Replayer).replay(rootId)).toMatchObject({ identical: true });
    expect(await engine.get(ChainVerifier).verify(rootId)).toMatchObject({ valid: true });
  });

  it('leave tasks of other roles to everybody with the role', async () => {
    await act(officer, 'NAME', name(experts));
    await act(experts[0] ?? officer, 'FINISH');
    expect(await todo(leader)).toEqual(['checking']);
    await act(leader, 'AGREE');
  });

  it('are forgotten when nobody is named any more', async () => {
    const [first] = experts as [Caller];
    await act(officer, 'NAME', name([first]));
    await act(first, 'SWAP', name([]));
    expect(await todos()).toEqual([['Judging'], ['Judging'], ['Judging']]);
  });
});
