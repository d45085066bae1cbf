import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Caller, identitySchema } from '#libs/identity';
import type { JsonObject } from '#libs/kernel';
import { useDatabase } from '#support/database';
import { startEngine } from '#testing/engine';
import { aCaller, anOrganisation, aUser } from '#testing/identity';
import {
  ActCommand,
  ChainVerifier,
  DeclineDrawCommand,
  DrawVerifier,
  engineSchema,
  InboxReader,
  Replayer,
  StartRootCommand,
} from '../index.js';
import { drawFrom } from './draw.js';

/** Two steps; what is tested is who has the second. */
const definition = (name: string, assignee: string, rules = ''): string => `
process: test.${name}
version: 1
title: { zh: 测试指派, en: Test assignment }
owner: { organisation: purchaser, role: business-officer }
variables:
  chosen: { type: integer, default: 0 }
  barred: { type: list, default: [] }
initial: drafting
states:
  drafting:
    title: 起草
    task:
      assignee: { organisation: purchaser, role: business-officer }
      form: choice
      due: { within: P5WD, remind: [P0D], escalate: standard }
    on: { APPROVE: { target: reviewing, assign: { chosen: command.payload.chosen } } }
  reviewing:
    title: 审核
    task:
      assignee: { organisation: purchaser, role: leader, ${assignee} }
      due: { within: P5WD, remind: [P0D], escalate: standard }
      ${rules}
    on: { APPROVE: filing, REJECT: drafting }
  filing:
    title: 归档
    task:
      assignee: { organisation: purchaser, role: business-officer }
      due: { within: P5WD, remind: [P0D], escalate: standard }
    on: { CLOSE: done }
  done: { type: final }
`;

/** Who said no at first is asked again after it: a refusal is no approval. */
const REPEATED = `
process: test.repeated
version: 1
title: { zh: 测试去重, en: Test repeated approval }
owner: { organisation: purchaser, role: business-officer }
initial: checking
states:
  checking:
    title: 初审
    task:
      assignee: { organisation: purchaser, role: leader, initiator: true }
      due: { within: P5WD, remind: [P0D], escalate: standard }
    on: { APPROVE: deciding, REJECT: deciding }
  deciding:
    title: 复审
    task:
      assignee: { organisation: purchaser, role: leader, initiator: true }
      due: { within: P5WD, remind: [P0D], escalate: standard }
      repeat: once
    on: { APPROVE: done, REJECT: done }
  done: { type: final }
`;

const FORM = `
title: 选人
type: object
additionalProperties: false
properties:
  chosen: { type: integer, title: 审核人 }
`;

const database = await useDatabase([identitySchema, engineSchema]);
const engine = await startEngine({
  databaseUrl: database.url,
  workflows: {
    'forms/choice.yaml': FORM,
    'person.yaml': definition('person', 'person: chosen'),
    'initiator.yaml': definition('initiator', 'initiator: true'),
    'actor.yaml': definition('actor', 'actorOf: drafting'),
    'draw.yaml': definition('draw', `draw: { count: '2' }`, 'sign: all\n      allow: decline'),
    'chain.yaml': definition('chain', 'chain: [head, deputy-leader, leader]'),
    'nobody.yaml': definition('nobody', 'person: chosen', 'ifNobody: { organisation: purchaser, role: head }'),
    'skip.yaml': definition('skip', 'person: chosen', 'ifNobody: { send: APPROVE }'),
    'own.yaml': definition('own', 'initiator: true', 'ifInitiator: refuse'),
    'repeated.yaml': REPEATED,
    'repeat.yaml': definition('repeat', 'chain: [business-officer, leader]', 'repeat: consecutive'),
  },
});
afterAll(() => engine.close());

let purchaserId: number;
let people: Record<string, Caller>;

const POSTS = {
  officer: ['business-officer', 'leader'],
  head: ['head'],
  first: ['leader'],
  second: ['leader'],
  third: ['leader'],
} as const;

beforeEach(async () => {
  engine.clock.set('2026-03-02T02:00:00.000Z');
  const bureau = await anOrganisation().insert(database.dataSource);
  purchaserId = bureau.id;
  people = {};
  for (const [name, roles] of Object.entries(POSTS)) {
    const user = await aUser()
      .of(bureau)
      .withRoles(...roles)
      .insert(database.dataSource);
    const scope = { kind: 'division', prefix: '513431' } as const;
    people[name] = aCaller({ userId: user.id, organisationId: bureau.id, roles: user.roles, scope });
  }
  await engine.reloadDirectory();
});

function person(name: keyof typeof POSTS): Caller {
  const found = people[name];
  if (!found) throw new Error(`nobody is ${name}`);
  return found;
}

async function submit(process: string, payload: JsonObject = {}) {
  const caller = person('officer');
  const start = { process: `test.${process}`, kind: 'test', title: '测试', purchaserId, divisionCode: '513431' };
  const started = await engine.get(StartRootCommand).execute({ caller, ...start, input: {}, payload: {} });
  return act('officer', started.openedTasks[0] ?? 0, 'APPROVE', { chosen: 0, ...payload });
}

function act(name: keyof typeof POSTS, taskId: number, event: string, payload: JsonObject = {}) {
  return engine.get(ActCommand).execute({ caller: person(name), taskId, event, taskVersion: null, payload });
}

async function check(event: 'APPROVE' | 'REJECT') {
  const start = { process: 'test.repeated', kind: 'test', title: '测试', purchaserId, divisionCode: '513431' };
  const caller = person('officer');
  const started = await engine.get(StartRootCommand).execute({ caller, ...start, input: {}, payload: {} });
  return act('officer', started.openedTasks[0] ?? 0, event);
}

async function having(taskId: number): Promise<string[]> {
  const names: string[] = [];
  for (const [name, caller] of Object.entries(people)) {
    const { items } = await engine.get(InboxReader).read(caller, { box: 'todo', limit: 20 });
    if (items.some(({ id }) => id === taskId)) names.push(name);
  }
  return names;
}

async function assertSound(rootId: number): Promise<void> {
  expect(await engine.get(Replayer).replay(rootId)).toMatchObject({ identical: true });
  expect(await engine.get(ChainVerifier).verify(rootId)).toMatchObject({ valid: true });
}

describe('who has a task', () => {
  it('is the person whom a form named', async () => {
    const { rootId, openedTasks } = await submit('person', { chosen: person('second').userId });
    expect(await having(openedTasks[0] ?? 0)).toEqual(['second']);
    await assertSound(rootId);
  });

  it('is nobody without the role: the step is refused, or others have it, or it is passed', async () => {
    const chosen = person('head').userId;
    await expect(submit('person', { chosen })).rejects.toMatchObject({ code: 'engine.nobody-responsible' });
    const others = await submit('nobody', { chosen });
    expect(await having(others.openedTasks[0] ?? 0)).toEqual(['head']);
    const skipped = await submit('skip', { chosen });
    expect(skipped.openedTasks).toHaveLength(2);
    expect(await having(skipped.openedTasks[1] ?? 0)).toEqual(['officer']);
    await assertSound(skipped.rootId);
  });

  it('is the initiator, or whoever did an earlier step', async () => {
    const first = await submit('initiator');
    expect(await having(first.openedTasks[0] ?? 0)).toEqual(['officer']);
    const second = await submit('actor');
    expect(await having(second.openedTasks[0] ?? 0)).toEqual(['officer']);
  });

  it('is not the initiator where that is refused', async () => {
    await expect(submit('own')).rejects.toMatchObject({ code: 'engine.initiator-assigned' });
  });

  it('is drawn again when somebody who was drawn declines, and the history shows both draws', async () => {
    const { rootId, openedTasks } = await submit('draw');
    const taskId = openedTasks[0] ?? 0;
    const drawn = await having(taskId);
    const [first] = drawn.flatMap((name) => people[name] ?? []);
    if (!first) throw new Error('nobody was drawn');
    await engine.get(DeclineDrawCommand).execute({ caller: first, taskId, comment: '出差' });
    const now = await having(taskId);
    expect(now).toHaveLength(2);
    expect(now.filter((name) => !drawn.includes(name))).toHaveLength(1);
    expect(await engine.get(DrawVerifier).verify(rootId)).toEqual({ rootId, draws: 2, faults: [] });
    await assertSound(rootId);
  });

  it('is drawn by lot, and everybody can draw again', async () => {
    const { rootId, openedTasks } = await submit('draw');
    expect(await having(openedTasks[0] ?? 0)).toHaveLength(2);
    const rows: { facts: unknown }[] = await database.dataSource.query(
      "SELECT facts FROM engine_history WHERE root_id = ? AND kind = 'acted'",
      [rootId],
    );
    const facts = typeof rows[0]?.facts === 'string' ? JSON.parse(rows[0].facts) : rows[0]?.facts;
    const { draw } = facts.opened[0];
    expect(drawFrom(draw.from, 2, draw.seed)).toEqual(draw);
    await assertSound(rootId);
  });

  it('is each of a chain in turn, without the vacant posts', async () => {
    const { openedTasks } = await submit('chain');
    const taskId = openedTasks[0] ?? 0;
    expect(await having(taskId)).toEqual(['head']);
    await act('head', taskId, 'APPROVE');
    expect(await having(taskId)).toHaveLength(1);
  });

  it('is asked again whoever has refused before, and not whoever has approved', async () => {
    expect((await check('REJECT')).active).toEqual(['deciding']);
    const { rootId } = await check('APPROVE');
    const [root] = await database.dataSource.query('SELECT status FROM engine_root WHERE id = ?', [rootId]);
    expect(root.status).toBe('done');
    await assertSound(rootId);
  });

  it('is not asked again whoever has just approved', async () => {
    const { rootId, openedTasks } = await submit('repeat');
    const taskId = openedTasks[0] ?? 0;
    expect(await having(taskId)).toEqual(['first']);
    const votes = await database.dataSource.query('SELECT user_id FROM engine_vote WHERE task_id = ?', [taskId]);
    expect(votes.map((row: { user_id: number }) => Number(row.user_id))).toEqual([person('officer').userId]);
    await assertSound(rootId);
  });
});
