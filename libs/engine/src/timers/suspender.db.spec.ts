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
  SendEventCommand,
  StartRootCommand,
} from '../index.js';

const HEAD = 'version: 1\nowner: { organisation: purchaser, role: business-officer }\n';

const PROJECT = `${HEAD}
process: test.project
title: 项目
type: parallel
states:
  buying:
    initial: running
    states:
      running: { subprocess: test.buying, onDone: ended }
      ended: { type: final }
  complaints:
    initial: none
    states:
      none:
        on: { COMPLAIN: { target: examining, by: { organisation: purchaser, role: business-officer } } }
      examining:
        title: 投诉处理
        entry: { suspend: { scope: case, cause: example-law#28 } }
        exit: { resume: example-law#28 }
        task: { assignee: { organisation: purchaser, role: business-officer }, due: { within: P30WD, remind: -P1D, suspendable: [example-law#28] } }
        on: { DECIDE: none, WITHDRAW: closed }
      closed: { type: final }
`;

const BUYING = `${HEAD}
process: test.buying
title: 采购
parameters:
  answerPeriod: { type: duration, default: P10WD, suspendable: [example-law#28] }
  longStop: { type: duration, default: P90D }
variables: { offers: { type: integer, default: 0 } }
initial: open
states:
  open:
    title: 响应
    task:
      assignee: { organisation: purchaser, role: business-officer }
      due: { within: P10D, remind: [-P1D], escalate: standard, suspendable: [example-law#28] }
    after: { answerPeriod: done, longStop: done }
    on:
      STOP: done
      OFFER: { by: { organisation: purchaser, role: business-officer }, assign: { offers: offers + 1 } }
  done: { type: final, output: { offers: offers } }
`;

const database = await useDatabase([identitySchema, engineSchema]);
const engine = await startEngine({
  databaseUrl: database.url,
  workflows: { 'test/project.yaml': PROJECT, 'test/buying.yaml': BUYING },
});
afterAll(() => engine.close());

let officer: Caller;
let rootId: number;
let projectId: number;
let buyingId: number;

interface TimerState {
  readonly deadline: string;
  readonly status: string;
  readonly remaining: string | null;
  readonly due_at: Date;
}

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
    title: '暂停测试',
    purchaserId: bureau.id,
    divisionCode: '513431',
    input: {},
    payload: {},
  });
  rootId = started.rootId;
  projectId = started.instanceId;
  const [child] = await rows<{ id: number }>('SELECT id FROM engine_instance WHERE parent_id = ?', projectId);
  buyingId = Number(child?.id);
});

function rows<T>(sql: string, ...values: readonly (number | string)[]): Promise<T[]> {
  return database.dataSource.query(sql, [...values]);
}

function send(instanceId: number, event: string) {
  return engine.get(SendEventCommand).execute({ caller: officer, instanceId, event, payload: {} });
}

async function act(state: string, event: string) {
  const [task] = await rows<{ id: number }>(
    "SELECT id FROM engine_task WHERE root_id = ? AND state = ? AND status = 'open'",
    rootId,
    state,
  );
  return engine.get(ActCommand).execute({
    caller: officer,
    taskId: Number(task?.id),
    event,
    taskVersion: null,
    payload: {},
  });
}

async function timersOf(instanceId: number): Promise<Record<string, string>> {
  const found = await rows<TimerState>(
    "SELECT deadline, status, remaining, due_at FROM engine_timer WHERE instance_id = ? AND status IN ('armed', 'suspended')",
    instanceId,
  );
  return Object.fromEntries(
    found.map((row) => [
      row.deadline,
      row.remaining === null ? row.due_at.toISOString() : `${row.status} ${row.remaining}`,
    ]),
  );
}

async function expectSound(): Promise<void> {
  expect(await engine.get(Replayer).replay(rootId)).toMatchObject({ identical: true, differences: [] });
  expect(await engine.get(ChainVerifier).verify(rootId)).toMatchObject({ valid: true });
}

describe('a suspended case', () => {
  it('keeps what is left of the periods that the cause stops, each in its own unit; the others run on', async () => {
    expect(await timersOf(buyingId)).toEqual({
      answerPeriod: '2026-03-16T16:00:00.000Z',
      longStop: '2026-06-01T16:00:00.000Z',
      due: '2026-03-12T16:00:00.000Z',
    });
    // Friday of the first week.
    engine.clock.set('2026-03-06T02:00:00.000Z');
    await send(projectId, 'COMPLAIN');
    expect(await timersOf(buyingId)).toEqual({
      answerPeriod: 'suspended P6WD',
      longStop: '2026-06-01T16:00:00.000Z',
      due: 'suspended P6D',
    });
    // What suspends goes on: its own due time would be stopped by the same cause.
    expect(await timersOf(projectId)).toEqual({ due: '2026-04-20T16:00:00.000Z' });
  });

  it('runs again for what was left, and tasks are due accordingly', async () => {
    engine.clock.set('2026-03-06T02:00:00.000Z');
    await send(projectId, 'COMPLAIN');
    // Two and a half weeks later, a Wednesday: past all the old due times.
    engine.clock.set('2026-03-25T02:00:00.000Z');
    await act('complaints.examining', 'DECIDE');
    expect(await timersOf(buyingId)).toEqual({
      // 26, 27, 30, 31 March, 1 and 2 April.
      answerPeriod: '2026-04-02T16:00:00.000Z',
      longStop: '2026-06-01T16:00:00.000Z',
      due: '2026-03-31T16:00:00.000Z',
    });
    const [task] = await rows<{ due_at: Date }>(
      "SELECT due_at FROM engine_task WHERE instance_id = ? AND status = 'open'",
      buyingId,
    );
    expect(task?.due_at.toISOString()).toBe('2026-03-31T16:00:00.000Z');
    engine.clock.set('2026-04-02T16:00:00.000Z');
    const [timer] = await rows<{ id: number; generation: number }>(
      "SELECT id, generation FROM engine_timer WHERE instance_id = ? AND deadline = 'answerPeriod'",
      buyingId,
    );
    const fired = await engine.get(FireTimerCommand).execute({
      timerId: Number(timer?.id),
      generation: Number(timer?.generation),
      firedBy: 'alarm',
    });
    expect(fired).toMatchObject({ fired: true });
    const [instance] = await rows<{ status: string }>('SELECT status FROM engine_instance WHERE id = ?', buyingId);
    expect(instance?.status).toBe('done');
    await expectSound();
  });

  it('refuses tasks and events with the cause, and takes them again afterwards', async () => {
    await send(projectId, 'COMPLAIN');
    await expect(act('open', 'STOP')).rejects.toMatchObject({
      code: 'engine.suspended',
      details: { cause: 'example-law#28', by: '项目' },
    });
    await expect(send(buyingId, 'OFFER')).rejects.toMatchObject({ code: 'engine.suspended' });
    await act('complaints.examining', 'WITHDRAW');
    await send(buyingId, 'OFFER');
    await act('open', 'STOP');
    await expectSound();
  });

  it('can stand still more than once', async () => {
    await send(projectId, 'COMPLAIN');
    await act('complaints.examining', 'DECIDE');
    engine.clock.set('2026-03-04T02:00:00.000Z');
    await send(projectId, 'COMPLAIN');
    expect(await timersOf(buyingId)).toMatchObject({ answerPeriod: 'suspended P8WD', due: 'suspended P8D' });
    const open = await rows('SELECT id FROM engine_suspension WHERE root_id = ? AND ended_seq IS NULL', rootId);
    expect(open).toHaveLength(1);
    await act('complaints.examining', 'WITHDRAW');
    expect(await timersOf(buyingId)).toMatchObject({ answerPeriod: '2026-03-16T16:00:00.000Z' });
    await expectSound();
  });
});
