import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Caller, identitySchema } from '#libs/identity';
import { DirectoriesConfig, Environment } from '#libs/platform';
import { aCaller, anOrganisation, aUser } from '#testing/identity';
import { startEngine } from '#testing/engine';
import { useDatabase } from '#support/database';
import { CommandRunner } from '../commands/command.runner.js';
import { BundleStore } from '../definitions/bundle.store.js';
import {
  ChainVerifier,
  candidatePlanner,
  engineSchema,
  FireTimerCommand,
  RecountSurvey,
  Replayer,
  StartRootCommand,
} from '../index.js';
import { TimerFirer } from '../timers/timer.firer.js';
import { RecountDeadlinesCommand } from './recount-deadlines.command.js';
import { RecountPlanner } from './recount.planner.js';

const PROCESS = `
process: test.notice
version: 1
title: 公示
owner: { organisation: purchaser, role: business-officer }
parameters: { noticePeriod: { type: duration, default: P5WD } }
initial: open
states:
  open:
    title: 公示
    task:
      assignee: { organisation: purchaser, role: business-officer }
      due: { within: P7WD, remind: [-P1WD], escalate: standard }
    after: { noticePeriod: over }
    on: { CLOSE: over }
  over: { type: final }
`;
/** Invented: what the State Council will say of 2027 is not known here. */
const NOTICE = `
version: cn-2027
notice: 关于2027年部分节假日安排的通知（测试）
settlesYear: 2027
off: { 2027-01-04: 元旦 }
`;

const folder = mkdtempSync(join(tmpdir(), 'sanshe-notice-'));
const file = join(folder, '2027.yaml');
writeFileSync(file, NOTICE);
const directories = new DirectoriesConfig(new Environment({ SANSHE_CONFIG_DIR: resolve('config') }));
const planner = candidatePlanner(directories, file);

const database = await useDatabase([identitySchema, engineSchema]);
const engine = await startEngine({ databaseUrl: database.url, workflows: { 'test/notice.yaml': PROCESS } });
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await engine.close();
});

const withNotice = new RecountDeadlinesCommand(
  engine.get(CommandRunner),
  engine.get(BundleStore),
  new RecountPlanner(planner),
  engine.get(TimerFirer),
);

let officer: Caller;
beforeEach(async () => {
  const bureau = await anOrganisation().insert(database.dataSource);
  const user = await aUser().of(bureau).withRoles('business-officer').insert(database.dataSource);
  const scope = { kind: 'division', prefix: '513431' } as const;
  officer = aCaller({ userId: user.id, organisationId: bureau.id, roles: ['business-officer'], scope });
  await engine.reloadDirectory();
});

async function startAt(at: string): Promise<number> {
  engine.clock.set(at);
  const started = await engine.get(StartRootCommand).execute({
    caller: officer,
    process: 'test.notice',
    kind: 'test',
    title: '重算测试',
    purchaserId: officer.organisationId,
    divisionCode: '513431',
    input: {},
    payload: {},
  });
  return started.rootId;
}

interface Row {
  readonly id: number;
  readonly deadline: string;
  readonly status: string;
  readonly generation: number;
  readonly due_at: Date;
  readonly next_at: Date;
  readonly provisional: number;
  readonly calendar_version: string;
}

async function timers(rootId: number): Promise<Record<string, Row>> {
  const rows: Row[] = await database.dataSource.query('SELECT * FROM engine_timer WHERE root_id = ?', [rootId]);
  return Object.fromEntries(rows.map((row) => [row.deadline, row]));
}

async function kinds(rootId: number): Promise<string[]> {
  const rows: { kind: string }[] = await database.dataSource.query(
    'SELECT kind FROM engine_history WHERE root_id = ? ORDER BY seq',
    [rootId],
  );
  return rows.map(({ kind }) => kind);
}

async function assertSound(rootId: number): Promise<void> {
  expect(await engine.get(Replayer).replay(rootId)).toMatchObject({ identical: true });
  expect(await engine.get(ChainVerifier).verify(rootId)).toMatchObject({ valid: true });
}

/** Monday; five working days end on 5 January 2027 by statute alone, a day later by the notice. */
const BEFORE_NEW_YEAR = '2026-12-28T02:00:00.000Z';

describe('a holiday notice', () => {
  it('moves open deadlines, tasks and reminders, in history, once', async () => {
    const rootId = await startAt(BEFORE_NEW_YEAR);
    const before = await timers(rootId);
    expect(before['noticePeriod']).toMatchObject({ provisional: 1, due_at: new Date('2027-01-05T16:00:00.000Z') });
    const [report] = (await engine.get(RecountSurvey).dryRun(planner)).filter((one) => one.rootId === rootId);
    expect(report?.deadlines).toMatchObject([
      {
        kind: 'moved',
        stateTitle: '公示',
        deadlineTitle: 'noticePeriod',
        was: new Date('2027-01-05T16:00:00.000Z'),
        due: new Date('2027-01-06T16:00:00.000Z'),
        wasProvisional: true,
        provisional: false,
      },
      { kind: 'moved', deadlineTitle: '办理时限', due: new Date('2027-01-08T16:00:00.000Z') },
    ]);
    expect(await timers(rootId)).toEqual(before);

    expect(await withNotice.execute(rootId)).toHaveLength(2);
    const after = await timers(rootId);
    expect(after['noticePeriod']).toMatchObject({
      status: 'armed',
      provisional: 0,
      generation: 2,
      due_at: new Date('2027-01-06T16:00:00.000Z'),
      next_at: new Date('2027-01-06T16:00:00.000Z'),
      calendar_version: planner.calendar.version,
    });
    const [task] = await database.dataSource.query('SELECT due_at FROM engine_task WHERE root_id = ?', [rootId]);
    expect(task.due_at).toEqual(after['due']?.due_at);
    expect(await withNotice.execute(rootId)).toEqual([]);
    expect(await kinds(rootId)).toEqual(['started', 'recounted']);
    await assertSound(rootId);
  });

  it('leaves what it does not touch, and says so nowhere', async () => {
    const rootId = await startAt('2026-03-02T02:00:00.000Z');
    expect(await withNotice.execute(rootId)).toEqual([]);
    expect((await timers(rootId))['noticePeriod']).toMatchObject({
      generation: 1,
      due_at: new Date('2026-03-09T16:00:00.000Z'),
      calendar_version: planner.calendar.version,
    });
    expect(await kinds(rootId)).toEqual(['started']);
  });

  it('lets happen at once what was held because its date was provisional', async () => {
    const rootId = await startAt(BEFORE_NEW_YEAR);
    engine.clock.set('2027-01-11T02:00:00.000Z');
    const { id, generation } = (await timers(rootId))['noticePeriod'] ?? { id: 0, generation: 0 };
    const alarm = { timerId: Number(id), generation, firedBy: 'alarm' } as const;
    await engine.get(FireTimerCommand).execute(alarm);
    expect((await timers(rootId))['noticePeriod']).toMatchObject({ status: 'held' });
    expect((await engine.get(RecountSurvey).standing()).held).toBe(1);

    const held = (await withNotice.execute(rootId)).find(({ wasHeld }) => wasHeld);
    expect(held).toMatchObject({ kind: 'moved', provisional: false });
    expect((await timers(rootId))['noticePeriod']).toMatchObject({ status: 'done', provisional: 0 });
    const [root] = await database.dataSource.query('SELECT status FROM engine_root WHERE id = ?', [rootId]);
    expect(root.status).toBe('done');
    const released = await database.dataSource.query(
      "SELECT id FROM engine_outbox WHERE root_id = ? AND kind = 'engine.timer-released'",
      [rootId],
    );
    expect(released).toHaveLength(1);
    expect(await kinds(rootId)).toEqual(['started', 'held', 'recounted', 'deadline']);
    await assertSound(rootId);
  });
});
