import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Caller, identitySchema } from '#libs/identity';
import { startEngine } from '#testing/engine';
import { aCaller, anOrganisation, aUser } from '#testing/identity';
import { useDatabase } from '#support/database';
import {
  ActCommand,
  CaseRecorder,
  ChainVerifier,
  DefinitionPublisher,
  engineSchema,
  FireTimerCommand,
  MigrationSurvey,
  Replayer,
  replayRecording,
  StartRootCommand,
  type TimerPolicy,
  UndoMigrationCommand,
  WithdrawCommand,
} from '../index.js';

const FIRST = `
process: test.moving
version: 1
title: { zh: 换版测试, en: Moving }
owner: { organisation: purchaser, role: leader }
parameters:
  answerPeriod: { type: duration, default: P10D }
  reviewPeriod: { type: duration, default: P5WD }
variables:
  votes: { type: integer, default: 0 }
initial: drafting
states:
  drafting:
    title: 起草
    task:
      assignee: { organisation: purchaser, role: business-officer }
      allow: [withdraw]
      due: { within: reviewPeriod, remind: [-P1WD, P0D], escalate: standard }
    on: { SUBMIT: reviewing, PUBLISH: waiting }
  reviewing:
    title: 审核
    task:
      assignee: { organisation: purchaser, role: leader }
      due: { within: reviewPeriod, remind: [-P1WD, P0D], escalate: standard }
    on:
      VOTE: { once: true, assign: { votes: votes + 1 } }
      APPROVE: waiting
      HALF: halfway
  halfway:
    task: { assignee: { organisation: purchaser, role: leader }, due: none }
    on: { APPROVE: waiting }
  waiting:
    title: 公示
    after: { answerPeriod: done }
  done: { type: final, output: { votes: votes } }
`;
const numbered = (version: number, ...changes: readonly (readonly [string, string])[]): string =>
  changes.reduce((text, [from, to]) => text.replaceAll(from, to), FIRST.replace('version: 1', `version: ${version}`));
const LONGER = numbered(2, ['default: P10D', 'default: P15D'], ['default: P5WD', 'default: P8WD']);
const OTHER_PEOPLE = numbered(2, [
  '      assignee: { organisation: purchaser, role: leader }\n      due',
  '      assignee: { organisation: purchaser, role: business-officer }\n      due',
]);
const REVIEWER = '      assignee: { organisation: purchaser, role: leader }\n      due';
const JURY = numbered(2, [REVIEWER, '      assignee: { organisation: jury, role: leader }\n      due']);
const TOGETHER = numbered(2, [
  REVIEWER,
  '      assignee: { organisation: purchaser, role: business-officer }\n      sign: { mode: all, events: { reject: HALF } }\n      due',
]);
const WITHOUT_HALF = numbered(
  2,
  ['      HALF: halfway\n', ''],
  [
    '  halfway:\n    task: { assignee: { organisation: purchaser, role: leader }, due: none }\n    on: { APPROVE: waiting }\n',
    '',
  ],
);
const WITH_LIMIT = numbered(
  2,
  ['  reviewPeriod:', '  limitPeriod: { type: duration, default: P20D }\n  reviewPeriod:'],
  ['    on:\n      VOTE', '    after: { limitPeriod: done }\n    on:\n      VOTE'],
  [
    '  votes: { type: integer, default: 0 }',
    '  votes: { type: integer, default: 0 }\n  remark: { type: string, default: "无" }',
  ],
);

const database = await useDatabase([identitySchema, engineSchema]);
const engine = await startEngine({
  databaseUrl: database.url,
  workflows: { 'test/moving.yaml': FIRST },
  startsDrafts: false,
});
afterAll(() => engine.close());

let officer: Caller;
let leader: Caller;
beforeEach(async () => {
  // A Monday, ten o'clock.
  engine.clock.set('2026-03-02T02:00:00.000Z');
  const bureau = await anOrganisation().insert(database.dataSource);
  const callerAs = async (role: string): Promise<Caller> => {
    const user = await aUser().of(bureau).withRoles(role).insert(database.dataSource);
    return aCaller({
      userId: user.id,
      organisationId: bureau.id,
      roles: [role],
      scope: { kind: 'division', prefix: '513431' },
    });
  };
  [officer, leader] = [await callerAs('business-officer'), await callerAs('leader')];
  await engine.reloadDirectory();
  await engine.get(DefinitionPublisher).publishFiles();
});

interface Case {
  readonly rootId: number;
  readonly instanceId: number;
}

async function start(): Promise<Case> {
  const { rootId, instanceId } = await engine.get(StartRootCommand).execute({
    caller: officer,
    process: 'test.moving',
    kind: 'test',
    title: '换版',
    purchaserId: officer.organisationId,
    divisionCode: '513431',
    input: {},
    payload: {},
  });
  return { rootId, instanceId };
}

const openTasks = ({ rootId }: Case): Promise<{ id: number; state: string; entry: number; due_at: Date | null }[]> =>
  database.dataSource.query("SELECT id, state, entry, due_at FROM engine_task WHERE root_id = ? AND status = 'open'", [
    rootId,
  ]);
const armed = ({
  rootId,
}: Case): Promise<
  { id: number; deadline: string; state: string; due_at: Date; generation: number; period: string }[]
> =>
  database.dataSource.query(
    "SELECT id, deadline, state, due_at, generation, period FROM engine_timer WHERE root_id = ? AND status = 'armed' ORDER BY id",
    [rootId],
  );
const rolesOf = async (taskId: number): Promise<string[]> => {
  const rows: { role: string }[] = await database.dataSource.query(
    'SELECT role FROM engine_task_candidate WHERE task_id = ?',
    [taskId],
  );
  return rows.map(({ role }) => role);
};

const peopleOf = async (taskId: number): Promise<number[]> => {
  const rows: { user_id: number }[] = await database.dataSource.query(
    'SELECT user_id FROM engine_task_candidate WHERE task_id = ?',
    [taskId],
  );
  return rows.map(({ user_id }) => Number(user_id));
};

async function name({ rootId }: Case, relation: string, organisationId: number, users: number[]): Promise<void> {
  await database.dataSource.query('INSERT INTO engine_party (root_id, relation, organisation_id) VALUES (?, ?, ?)', [
    rootId,
    relation,
    organisationId,
  ]);
  for (const id of users)
    await database.dataSource.query('INSERT INTO engine_party_person (root_id, relation, user_id) VALUES (?, ?, ?)', [
      rootId,
      relation,
      id,
    ]);
}

async function act(one: Case, caller: Caller, event: string): Promise<number> {
  const [task] = await openTasks(one);
  const taskId = Number(task?.id);
  await engine.get(ActCommand).execute({ caller, taskId, event, taskVersion: null, payload: {} });
  return taskId;
}

const publish = (source: string) => engine.get(DefinitionPublisher).publish({ source, by: null, note: null });
const order = (timers: TimerPolicy) => ({ process: 'test.moving', from: 1, to: 2, timers, reason: '按新规定执行' });
const migrate = (timers: TimerPolicy = 'keep') => engine.get(MigrationSurvey).run(order(timers));
const undo = ({ instanceId }: Case) =>
  engine.get(UndoMigrationCommand).execute({ instanceId, actor: null, reason: '换版有误' });
const dayOf = (at: Date | null | undefined): string | undefined => at?.toISOString().slice(0, 10);

async function standing({ rootId, instanceId }: Case) {
  const rows: { version: number; snapshot: unknown; bundle_hash: string }[] = await database.dataSource.query(
    'SELECT version, snapshot, bundle_hash FROM engine_instance WHERE id = ? AND root_id = ?',
    [instanceId, rootId],
  );
  return rows[0];
}

async function assertSound({ rootId }: Case): Promise<void> {
  expect(await engine.get(Replayer).replay(rootId)).toMatchObject({ identical: true, differences: [] });
  expect(await engine.get(ChainVerifier).verify(rootId)).toMatchObject({ valid: true });
  expect(replayRecording(await engine.get(CaseRecorder).record(rootId, 'moved'))).toEqual([]);
}

describe('a dry run', () => {
  it('changes nothing and gives a reason for each that cannot move', async () => {
    const [movable, stuck] = [await start(), await start()];
    await act(stuck, officer, 'SUBMIT');
    await act(stuck, leader, 'HALF');
    const before = [await standing(movable), await standing(stuck)];
    await publish(WITHOUT_HALF);
    const reports = await engine.get(MigrationSurvey).dryRun(order('keep'));
    expect(reports.map(({ instanceId, ok, active }) => [instanceId, ok, active])).toEqual([
      [movable.instanceId, true, ['drafting']],
      [stuck.instanceId, false, ['halfway']],
    ]);
    expect(reports[1]?.reasons).toEqual([
      { zh: '所在环节 halfway 在新版中已取消', en: 'it stands in halfway, which the new version has not' },
    ]);
    expect([await standing(movable), await standing(stuck)]).toEqual(before);
  });

  it('tells beforehand what the move then does', async () => {
    const one = await start();
    await act(one, officer, 'PUBLISH');
    await publish(LONGER);
    engine.clock.set('2026-03-05T02:00:00.000Z');
    const [looked] = await engine.get(MigrationSurvey).dryRun(order('recompute'));
    const [done] = await migrate('recompute');
    expect(looked).toEqual(done);
    expect(looked?.deadlines).toMatchObject([{ state: 'waiting', deadline: 'answerPeriod' }]);
    expect(dayOf((await armed(one))[0]?.due_at)).toBe(dayOf(looked?.deadlines[0]?.due));
  });

  it('asks for versions that are published', async () => {
    await expect(migrate()).rejects.toMatchObject({ code: 'engine.unknown-version' });
  });
});

describe('deadlines of a moved instance', () => {
  const moved = async (policy: TimerPolicy, source = LONGER): Promise<Case> => {
    const one = await start();
    await act(one, officer, 'PUBLISH');
    engine.clock.set('2026-03-06T02:00:00.000Z');
    await publish(source);
    expect(await migrate(policy)).toMatchObject([{ ok: true }]);
    await assertSound(one);
    return one;
  };

  // Armed on 2 March for ten days: until the end of the 12th, that is 16:00 UTC.
  it.each([
    ['keep', LONGER, '2026-03-12'],
    ['recompute', LONGER, '2026-03-17'],
    ['remaining', LONGER, '2026-03-17'],
    // Seven working days: from 2 March on until the 11th.
    ['recompute', numbered(2, ['default: P10D', 'default: P7WD']), '2026-03-11'],
    // Six of ten days were left, and three of seven are.
    ['remaining', numbered(2, ['default: P10D', 'default: P7D']), '2026-03-09'],
  ] as const)('%s', async (...[policy, source, due]) => {
    const one = await moved(policy, source);
    const timers = await armed(one);
    expect(timers.map(({ state, deadline, due_at: at }) => [state, deadline, dayOf(at)])).toEqual([
      ['waiting', 'answerPeriod', due],
    ]);
  });

  it('fire once, by the rules of the new version', async () => {
    const one = await moved('recompute');
    engine.clock.set('2026-03-20T02:00:00.000Z');
    const [timer] = await armed(one);
    const alarm = { timerId: Number(timer?.id), generation: timer?.generation ?? 0, firedBy: 'alarm' } as const;
    expect(await engine.get(FireTimerCommand).execute(alarm)).toEqual({ fired: true });
    expect(await armed(one)).toEqual([]);
    await assertSound(one);
    const rows: { status: string }[] = await database.dataSource.query(
      'SELECT status FROM engine_instance WHERE id = ?',
      [one.instanceId],
    );
    expect(rows).toEqual([{ status: 'done' }]);
  });

  it('that are past under the new version fire with the next command', async () => {
    const one = await moved('recompute', numbered(2, ['default: P10D', 'default: P2D']));
    const [timer] = await armed(one);
    expect(dayOf(timer?.due_at)).toBe('2026-03-04');
    await engine.get(FireTimerCommand).execute({ timerId: Number(timer?.id), generation: 1, firedBy: 'sweeper' });
    expect(await armed(one)).toEqual([]);
    await assertSound(one);
  });

  it('that are new run from the move, or from the entry when all is counted anew', async () => {
    const one = await start();
    await act(one, officer, 'SUBMIT');
    engine.clock.set('2026-03-06T02:00:00.000Z');
    await publish(WITH_LIMIT);
    await migrate('recompute');
    const limit = (await armed(one)).find(({ deadline }) => deadline === 'limitPeriod');
    expect(dayOf(limit?.due_at)).toBe('2026-03-23');
    const snapshot = JSON.stringify((await standing(one))?.snapshot);
    expect(snapshot).toContain('无');
    await assertSound(one);
  });
});

describe('tasks of a moved instance', () => {
  it('keep their entry, so that nobody votes twice, and their due time by default', async () => {
    const one = await start();
    await act(one, officer, 'SUBMIT');
    const [before] = await openTasks(one);
    await act(one, leader, 'VOTE');
    await publish(LONGER);
    await migrate('recompute');
    const [after] = await openTasks(one);
    expect(after?.id).not.toBe(before?.id);
    expect(after?.entry).toBe(before?.entry);
    expect([dayOf(before?.due_at), dayOf(after?.due_at)]).toEqual(['2026-03-09', '2026-03-12']);
    await expect(act(one, leader, 'VOTE')).rejects.toMatchObject({ code: 'engine.already-sent' });
    await act(one, leader, 'APPROVE');
    await assertSound(one);
  });

  it('go to the people of the new version, with the same due time', async () => {
    const one = await start();
    await act(one, officer, 'SUBMIT');
    const [before] = await openTasks(one);
    await publish(OTHER_PEOPLE);
    expect(await migrate()).toMatchObject([{ ok: true, tasks: [{ state: 'reviewing', reassigned: true }] }]);
    const [after] = await openTasks(one);
    expect(await rolesOf(Number(after?.id))).toEqual(['business-officer']);
    expect(after?.due_at).toEqual(before?.due_at);
    expect(await armed(one)).toMatchObject([{ deadline: 'due', due_at: before?.due_at }]);
    await act(one, officer, 'APPROVE');
    await assertSound(one);
  });
});

describe('a task that the new version gives to named persons', () => {
  it('is theirs alone', async () => {
    const one = await start();
    await act(one, officer, 'SUBMIT');
    const other = await aUser().of({ id: officer.organisationId }).withRoles('leader').insert(database.dataSource);
    await engine.reloadDirectory();
    await name(one, 'jury', officer.organisationId, [other.id]);
    await publish(JURY);
    await migrate();
    const [task] = await openTasks(one);
    expect(await peopleOf(Number(task?.id))).toEqual([other.id]);
    await expect(act(one, leader, 'APPROVE')).rejects.toMatchObject({ code: 'engine.not-your-task' });
    await act(one, aCaller({ userId: other.id, organisationId: officer.organisationId, roles: ['leader'] }), 'APPROVE');
    await assertSound(one);
  });

  it('is voted on by each of them where they sign together', async () => {
    const one = await start();
    await act(one, officer, 'SUBMIT');
    await publish(TOGETHER);
    await migrate();
    const [task] = await openTasks(one);
    expect(await peopleOf(Number(task?.id))).toEqual([officer.userId]);
    await act(one, officer, 'APPROVE');
    await assertSound(one);
  });
});

describe('undoing a move', () => {
  it('restores state, bundle, tasks and deadlines', async () => {
    const one = await start();
    await act(one, officer, 'SUBMIT');
    const before = await standing(one);
    const [task] = await openTasks(one);
    await publish(OTHER_PEOPLE);
    await migrate();
    await undo(one);
    expect(await standing(one)).toEqual(before);
    const [again] = await openTasks(one);
    expect([again?.entry, again?.due_at]).toEqual([task?.entry, task?.due_at]);
    expect(await rolesOf(Number(again?.id))).toEqual(['leader']);
    expect(await armed(one)).toMatchObject([{ deadline: 'due', due_at: task?.due_at }]);
    await assertSound(one);
    await act(one, leader, 'APPROVE');
    await assertSound(one);
  });

  it('may be followed by another move', async () => {
    const one = await start();
    await publish(LONGER);
    await migrate('recompute');
    await undo(one);
    expect(await migrate('keep')).toMatchObject([{ ok: true }]);
    expect((await standing(one))?.version).toBe(2);
    await assertSound(one);
  });

  it('is refused once the instance has gone on, and where there was no move', async () => {
    const one = await start();
    await expect(undo(one)).rejects.toMatchObject({ code: 'engine.migration-undo-refused' });
    await publish(LONGER);
    await migrate();
    await act(one, officer, 'SUBMIT');
    await expect(undo(one)).rejects.toMatchObject({ code: 'engine.migration-undo-refused' });
  });

  it('is refused when a deadline passes in the same breath', async () => {
    const one = await start();
    await act(one, officer, 'PUBLISH');
    await publish(LONGER);
    await migrate();
    engine.clock.set('2026-04-01T02:00:00.000Z');
    await expect(undo(one)).rejects.toMatchObject({ code: 'engine.migration-undo-refused' });
    await assertSound(one);
  });
});

describe('撤回 beside a move', () => {
  const withdraw = (taskId: number) =>
    engine.get(WithdrawCommand).execute({ caller: officer, taskId, comment: '再改' });

  it('does not reach back behind it', async () => {
    const one = await start();
    const taskId = await act(one, officer, 'SUBMIT');
    await publish(LONGER);
    await migrate();
    await expect(withdraw(taskId)).rejects.toMatchObject({ code: 'engine.withdraw-acted-on' });
  });

  it('takes back a step made after it, and stays in the new version', async () => {
    const one = await start();
    await publish(LONGER);
    await migrate();
    const taskId = await act(one, officer, 'SUBMIT');
    await withdraw(taskId);
    expect(await openTasks(one)).toMatchObject([{ state: 'drafting' }]);
    expect((await standing(one))?.version).toBe(2);
    await assertSound(one);
  });
});
