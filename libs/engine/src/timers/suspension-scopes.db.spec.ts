import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Caller, identitySchema } from '#libs/identity';
import { aCaller, anOrganisation, aUser } from '#testing/identity';
import { startEngine } from '#testing/engine';
import { useDatabase } from '#support/database';
import {
  ActCommand,
  ChainVerifier,
  engineSchema,
  Replayer,
  SendEventCommand,
  StartRootCommand,
  WithdrawCommand,
} from '../index.js';

const HEAD = 'version: 1\nowner: { organisation: purchaser, role: business-officer }\n';
const TASK = 'task: { assignee: { organisation: purchaser, role: business-officer }';

/** Three processes side by side and a region of the project's own. */
const PROJECT = `${HEAD}
process: test.project
title: 项目
parameters: { watchPeriod: { type: duration, default: P21D, suspendable: [example-law#28] } }
type: parallel
states:
  buying: { initial: running, states: { running: { subprocess: test.buying, onDone: ended }, ended: { type: final } } }
  complaints: { initial: running, states: { running: { subprocess: test.complaints, onDone: ended }, ended: { type: final } } }
  hearing: { initial: running, states: { running: { subprocess: test.hearing, onDone: ended }, ended: { type: final } } }
  watching: { initial: waiting, states: { waiting: { after: { watchPeriod: over }, on: { LOOK: over } }, over: { type: final } } }
`;
const BUYING = `${HEAD}
process: test.buying
title: 采购
initial: drafting
states:
  drafting:
    ${TASK}, due: { within: P10D, remind: -P1D, suspendable: [example-law#28] }, allow: [withdraw] }
    on: { SUBMIT: open }
  open:
    ${TASK}, due: { within: P10D, remind: -P1D, suspendable: [example-law#28] } }
    on: { STOP: done }
  done: { type: final }
`;
/** What suspends has a process of its own below it. */
const COMPLAINTS = `${HEAD}
process: test.complaints
title: 投诉
initial: none
states:
  none:
    ${TASK}, due: none, allow: [withdraw] }
    on: { COMPLAIN: examining }
  examining:
    entry: { suspend: { scope: case, cause: example-law#28, except: [test.hearing] } }
    subprocess: test.examination
    onDone: closed
  closed: { type: final }
`;
const EXAMINATION = `${HEAD}
process: test.examination
title: 审查
initial: examining
states:
  examining:
    ${TASK}, due: { within: P30D, remind: -P1D, suspendable: [example-law#28] } }
    on: { DECIDE: decided }
  decided: { type: final }
`;
const HEARING = `${HEAD}
process: test.hearing
title: 听证
initial: hearing
states:
  hearing:
    ${TASK}, due: { within: P10D, remind: -P1D, suspendable: [example-law#28] } }
    on: { CLOSE: closed }
  closed: { type: final }
`;

const database = await useDatabase([identitySchema, engineSchema]);
const engine = await startEngine({
  databaseUrl: database.url,
  workflows: {
    'test/project.yaml': PROJECT,
    'test/buying.yaml': BUYING,
    'test/complaints.yaml': COMPLAINTS,
    'test/examination.yaml': EXAMINATION,
    'test/hearing.yaml': HEARING,
  },
});
afterAll(() => engine.close());

let officer: Caller;
let rootId: number;
let projectId: number;

beforeEach(async () => {
  // Monday.
  engine.clock.set('2026-03-02T02:00:00.000Z');
  const bureau = await anOrganisation().insert(database.dataSource);
  const user = await aUser().of(bureau).withRoles('business-officer').insert(database.dataSource);
  const scope = { kind: 'division', prefix: '513431' } as const;
  officer = aCaller({ userId: user.id, organisationId: bureau.id, roles: ['business-officer'], scope });
  await engine.reloadDirectory();
  const started = await engine.get(StartRootCommand).execute({
    caller: officer,
    process: 'test.project',
    kind: 'test',
    title: '暂停范围测试',
    purchaserId: bureau.id,
    divisionCode: '513431',
    input: {},
    payload: {},
  });
  rootId = started.rootId;
  projectId = started.instanceId;
});

async function taskIn(state: string): Promise<number> {
  const [task] = await database.dataSource.query(
    "SELECT id FROM engine_task WHERE root_id = ? AND state = ? AND status = 'open'",
    [rootId, state],
  );
  return Number(task?.id);
}

async function act(state: string, event: string): Promise<number> {
  const taskId = await taskIn(state);
  await engine.get(ActCommand).execute({ caller: officer, taskId, event, taskVersion: null, payload: {} });
  return taskId;
}

const withdraw = (taskId: number) => engine.get(WithdrawCommand).execute({ caller: officer, taskId, comment: '试' });

/** What is left or when it is due, by process and state. */
async function timers(): Promise<Record<string, string>> {
  const rows = await database.dataSource.query(
    `SELECT i.process, t.state, t.remaining, t.due_at FROM engine_timer t JOIN engine_instance i ON i.id = t.instance_id
     WHERE t.root_id = ? AND t.status IN ('armed', 'suspended')`,
    [rootId],
  );
  return Object.fromEntries(
    rows.map((row: { process: string; state: string; remaining: string | null; due_at: Date }) => [
      `${row.process} ${row.state}`,
      row.remaining === null ? row.due_at.toISOString() : `left ${row.remaining}`,
    ]),
  );
}

async function expectSound(): Promise<void> {
  expect(await engine.get(Replayer).replay(rootId)).toMatchObject({ identical: true, differences: [] });
  expect(await engine.get(ChainVerifier).verify(rootId)).toMatchObject({ valid: true });
}

describe('a child that suspends the case', () => {
  it('stops its parent and the processes beside it, but neither what is excepted nor what it started itself', async () => {
    engine.clock.set('2026-03-04T02:00:00.000Z');
    await act('none', 'COMPLAIN');
    expect(await timers()).toEqual({
      'test.project watching.waiting': 'left P19D',
      'test.buying drafting': 'left P8D',
      'test.hearing hearing': '2026-03-12T16:00:00.000Z',
      'test.examination examining': '2026-04-03T16:00:00.000Z',
    });
    const stopped = { code: 'engine.suspended', details: { cause: 'example-law#28', by: '投诉' } };
    await expect(act('drafting', 'SUBMIT')).rejects.toMatchObject(stopped);
    await expect(
      engine.get(SendEventCommand).execute({ caller: officer, instanceId: projectId, event: 'LOOK', payload: {} }),
    ).rejects.toMatchObject({ code: expect.stringMatching(/^engine\./) });
    await act('hearing', 'CLOSE');
    await expectSound();
  });

  it('lets everything run again when it ends, without saying so', async () => {
    engine.clock.set('2026-03-04T02:00:00.000Z');
    await act('none', 'COMPLAIN');
    engine.clock.set('2026-03-24T02:00:00.000Z');
    await act('examining', 'DECIDE');
    expect(await timers()).toMatchObject({
      'test.project watching.waiting': '2026-04-13T16:00:00.000Z',
      'test.buying drafting': '2026-04-01T16:00:00.000Z',
    });
    await act('drafting', 'SUBMIT');
    await act('open', 'STOP');
    await expectSound();
  });
});

describe('撤回 and a suspension', () => {
  it('does not take back the step that suspended, because others stand still by it', async () => {
    const taskId = await act('none', 'COMPLAIN');
    await expect(withdraw(taskId)).rejects.toMatchObject({ code: 'engine.withdraw-has-effects' });
    expect(await timers()).toMatchObject({ 'test.buying drafting': 'left P10D' });
  });

  it('is as impossible as any other act in what stands still, and possible again afterwards', async () => {
    const taskId = await act('drafting', 'SUBMIT');
    engine.clock.set('2026-03-04T02:00:00.000Z');
    await act('none', 'COMPLAIN');
    await expect(withdraw(taskId)).rejects.toMatchObject({ code: 'engine.suspended' });
    await act('examining', 'DECIDE');
    await withdraw(taskId);
    expect(await taskIn('drafting')).toBeGreaterThan(taskId);
    await act('drafting', 'SUBMIT');
    await expectSound();
  });
});
