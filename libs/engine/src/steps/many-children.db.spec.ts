import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Caller, identitySchema } from '#libs/identity';
import type { JsonObject } from '#libs/kernel';
import { aCaller, anOrganisation, aUser } from '#testing/identity';
import { startEngine } from '#testing/engine';
import { useDatabase } from '#support/database';
import { ActCommand, ChainVerifier, engineSchema, Replayer, StartRootCommand } from '../index.js';
import { readJson } from '../instances/json.column.js';

const HEAD = 'owner: { organisation: purchaser, role: business-officer }\nversion: 1\n';

const LOTS = `${HEAD}
process: test.lots
title: 分标段
variables:
  lots: { type: list, default: [] }
  awarded: { type: integer, default: 0 }
initial: buying
states:
  buying:
    subprocess:
      process: test.lot
      each: lots
      as: lot
      with: { name: lot.name }
      completeWhen: 'count(children.outputs[item.awarded = false]) >= 2'
    onDone:
      - { guard: 'children.done = children.count', target: done, assign: { awarded: 'count(output[item.awarded = true])' } }
      - { target: failed }
  done: { type: final, output: { awarded: awarded } }
  failed: { type: final }
`;

const LOT = `${HEAD}
process: test.lot
title: 标段
variables: { name: { type: string, default: '' } }
initial: deciding
states:
  deciding:
    task: { assignee: { organisation: purchaser, role: business-officer }, due: { within: P5WD } }
    on: { AWARD: awarded, FAIL: failed }
  awarded: { type: final, output: { name: name, awarded: true } }
  failed: { type: final, output: { name: name, awarded: false } }
`;

const database = await useDatabase([identitySchema, engineSchema]);
const engine = await startEngine({
  databaseUrl: database.url,
  workflows: { 'test/lots.yaml': LOTS, 'test/lot.yaml': LOT },
});
afterAll(() => engine.close());

let officer: Caller;

beforeEach(async () => {
  engine.clock.set('2026-03-02T02:00:00.000Z');
  const bureau = await anOrganisation().insert(database.dataSource);
  const user = await aUser().of(bureau).withRoles('business-officer').insert(database.dataSource);
  const scope = { kind: 'division', prefix: '513431' } as const;
  officer = aCaller({ userId: user.id, organisationId: bureau.id, roles: ['business-officer'], scope });
  await engine.reloadDirectory();
});

async function start(names: readonly string[]) {
  return engine.get(StartRootCommand).execute({
    caller: officer,
    process: 'test.lots',
    kind: 'test',
    title: '分标段项目',
    purchaserId: officer.organisationId,
    divisionCode: '513431',
    input: { lots: names.map((name) => ({ name })) },
    payload: {},
  });
}

function decide(taskId: number, event: 'AWARD' | 'FAIL') {
  return engine.get(ActCommand).execute({ caller: officer, taskId, event, taskVersion: null, payload: {} });
}

async function rootOf(rootId: number): Promise<{ status: string; output: JsonObject; children: string[] }> {
  const rows: { parent_id: number | null; status: string; output: unknown }[] = await database.dataSource.query(
    'SELECT parent_id, status, output FROM engine_instance WHERE root_id = ? ORDER BY id',
    [rootId],
  );
  const root = rows.find((row) => row.parent_id === null);
  const output = readJson<JsonObject>(root?.output ?? {});
  return { status: root?.status ?? '', output, children: rows.filter((row) => row !== root).map((row) => row.status) };
}

async function expectSound(rootId: number): Promise<void> {
  expect(await engine.get(Replayer).replay(rootId)).toMatchObject({ identical: true, differences: [] });
  expect(await engine.get(ChainVerifier).verify(rootId)).toMatchObject({ valid: true });
}

describe('one child for each element of a list', () => {
  it('is done when all are, in whatever order they finish', async () => {
    const { rootId, openedTasks } = await start(['甲', '乙', '丙']);
    expect(openedTasks).toHaveLength(3);
    await decide(openedTasks[2] ?? 0, 'AWARD');
    await decide(openedTasks[0] ?? 0, 'FAIL');
    expect(await rootOf(rootId)).toMatchObject({ status: 'active', children: ['done', 'active', 'done'] });
    await decide(openedTasks[1] ?? 0, 'AWARD');
    expect(await rootOf(rootId)).toMatchObject({ status: 'done', output: { awarded: 2 } });
    await expectSound(rootId);
  });

  it('is done at once when there is nothing to do', async () => {
    const { rootId, openedTasks } = await start([]);
    expect(openedTasks).toEqual([]);
    expect(await rootOf(rootId)).toEqual({ status: 'done', output: { awarded: 0 }, children: [] });
  });

  it('cancels the others, with their tasks and timers, when enough are done', async () => {
    const { rootId, openedTasks } = await start(['甲', '乙', '丙']);
    await decide(openedTasks[0] ?? 0, 'FAIL');
    await decide(openedTasks[1] ?? 0, 'FAIL');
    expect(await rootOf(rootId)).toEqual({ status: 'done', output: {}, children: ['done', 'done', 'cancelled'] });
    const open: unknown[] = await database.dataSource.query(
      "SELECT id FROM engine_task WHERE root_id = ? AND status = 'open' UNION SELECT id FROM engine_timer WHERE root_id = ? AND status = 'armed'",
      [rootId, rootId],
    );
    expect(open).toEqual([]);
    await expect(decide(openedTasks[2] ?? 0, 'AWARD')).rejects.toMatchObject({ code: 'engine.task-not-open' });
    await expectSound(rootId);
  });
});
