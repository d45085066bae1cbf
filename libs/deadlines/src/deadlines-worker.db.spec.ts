import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Test, type TestingModule } from '@nestjs/testing';
import type { Registry } from 'prom-client';
import { ActCommand, EngineModule, engineSchema, StartRootCommand } from '#libs/engine';
import { STARTS_DRAFTS } from '#testing/engine';
import {
  IdentityModule,
  identitySchema,
  type OrganisationRecord,
  OrganisationDirectory,
  type UserRecord,
} from '#libs/identity';
import {
  METRICS,
  ClockConfig,
  ClockStore,
  DatabaseConfig,
  DirectoriesConfig,
  EncryptionConfig,
  Environment,
  LOGGER,
  MailConfig,
  PlatformModule,
  RedisConfig,
  SecretsConfig,
  WorkerConfig,
} from '#libs/platform';
import { aCaller, anOrganisation, aUser } from '#testing/identity';
import { useDatabase } from '#support/database';
import { useRedis } from '#support/redis';
import { AlarmQueue } from './alarms/alarm.queue.js';
import { DeadlinesModule } from './deadlines.module.js';
import { deadlinesSchema } from './deadlines.schema.js';
import { DeadlinesWorkerModule } from './deadlines-worker.module.js';
import { DeadlineStatus } from './running/deadline.status.js';
import {
  eventually,
  mailConfig,
  type ReceivedMail,
  redisConfig,
  RedisWire,
  silentLogger,
  SmtpSink,
  workerConfig,
} from './testing.js';

const PROCESS = `
process: test.report
version: 1
title: 月度报告
parameters:
  waitPeriod: { type: duration, default: P2D }
owner: { organisation: purchaser, role: business-officer }
initial: working
states:
  working:
    title: 提交月度报告
    task:
      assignee: { organisation: purchaser, role: business-officer }
      due: { within: P5WD, remind: [-P1WD, P0D, P1WD], escalate: standard, law: 'house-budget#1' }
    on: { SUBMIT: waiting }
  waiting:
    title: 等待
    after: { waitPeriod: done }
  done: { type: final }
`;

const schemas = [identitySchema, engineSchema, deadlinesSchema];
const { dataSource, url } = await useDatabase(schemas, { keep: true });
const redis = await useRedis({ keep: true });

const home = mkdtempSync(join(tmpdir(), 'sanshe-worker-'));
let sink: SmtpSink;
let wire: RedisWire;
let app: TestingModule;
let clocks: ClockStore;
let people: Record<'officer' | 'colleague' | 'leader' | 'city' | 'province', UserRecord>;
let bureau: OrganisationRecord;

beforeAll(async () => {
  mkdirSync(join(home, 'workflows'));
  writeFileSync(join(home, 'workflows', 'report.yaml'), PROCESS);
  cpSync('config', join(home, 'config'), { recursive: true });
  sendAllAtOnce(join(home, 'config', 'notifications.yaml'));
  sink = await SmtpSink.start();
  wire = await RedisWire.to(redis.url);
  // The worker starts while Redis is away.
  wire.cut();
  await staff();
  app = await boot();
  wire.mend();
  clocks = app.get(ClockStore);
});

afterAll(async () => {
  await app.close();
  await sink.stop();
  wire.close();
  rmSync(home, { recursive: true });
});

/** Digests and quiet hours have a spec of their own. */
function sendAllAtOnce(path: string): void {
  const shipped = readFileSync(path, 'utf8');
  writeFileSync(path, shipped.replaceAll(': digest\n', ': now\n').replace('to: "07:30"', 'to: "21:00"'));
}

/** The post of the bureau's head is vacant. */
async function staff(): Promise<void> {
  bureau = await anOrganisation().named('昭觉县民政局').in('513431').insert(dataSource);
  const city = await anOrganisation().named('凉山州民政局').in('5134').insert(dataSource);
  const province = await anOrganisation().named('四川省民政厅').in('51').insert(dataSource);
  people = {
    officer: await aUser().of(bureau).withRoles('business-officer').insert(dataSource),
    colleague: await aUser().of(bureau).withRoles('business-officer').insert(dataSource),
    leader: await aUser().of(bureau).withRoles('leader').insert(dataSource),
    city: await aUser().of(city).withRoles('supervision-officer').insert(dataSource),
    province: await aUser().of(province).withRoles('supervision-officer').insert(dataSource),
  };
}

async function boot(): Promise<TestingModule> {
  const environment = new Environment({
    SANSHE_DATABASE_URL: url,
    SANSHE_CLOCK: 'settable',
    SANSHE_WORKFLOWS_DIR: join(home, 'workflows'),
    SANSHE_CONFIG_DIR: join(home, 'config'),
    SANSHE_REGIONS_DIR: join(home, 'regions'),
    SANSHE_DATA_DIR: join(home, 'data'),
    SANSHE_TOKEN_SECRET: 'a secret of tests that is long enough',
    SANSHE_DATA_KEYS: `test:${'5a'.repeat(32)}`,
  });
  const modules = [IdentityModule, EngineModule, DeadlinesModule, DeadlinesWorkerModule];
  const module = await Test.createTestingModule({ imports: [PlatformModule.forRoot(schemas), ...modules] })
    .overrideProvider(STARTS_DRAFTS)
    .useValue(true)
    .overrideProvider(DatabaseConfig)
    .useValue(new DatabaseConfig(environment))
    .overrideProvider(RedisConfig)
    .useValue(redisConfig(wire.url))
    .overrideProvider(ClockConfig)
    .useValue(new ClockConfig(environment))
    .overrideProvider(DirectoriesConfig)
    .useValue(new DirectoriesConfig(environment))
    .overrideProvider(EncryptionConfig)
    .useValue(new EncryptionConfig(environment))
    .overrideProvider(SecretsConfig)
    .useValue(new SecretsConfig(environment))
    .overrideProvider(MailConfig)
    .useValue(mailConfig(sink.url))
    .overrideProvider(WorkerConfig)
    .useValue(workerConfig({ SANSHE_SWEEP_SECONDS: '3' }))
    .overrideProvider(LOGGER)
    .useValue(silentLogger)
    .compile();
  await module.init();
  return module;
}

interface Step {
  readonly kind: string;
  readonly event: string;
  readonly facts: string;
}

async function historyOf(rootId: number): Promise<Step[]> {
  return dataSource.query('SELECT kind, event, facts FROM engine_history WHERE root_id = ? ORDER BY seq', [rootId]);
}

async function nextDue(rootId: number): Promise<Date | null> {
  const [row]: { at: Date | null }[] = await dataSource.query(
    `SELECT MIN(next_at) AS at FROM engine_timer WHERE root_id = ? AND status = 'armed'`,
    [rootId],
  );
  return row?.at ?? null;
}

/** Jumps to the next due time and waits until that has fired; null when nothing is armed. */
async function jump(rootId: number): Promise<Date | null> {
  const at = await nextDue(rootId);
  if (!at) return null;
  await clocks.set({ at, rate: 0 });
  await eventually('the step fires', async () => (await nextDue(rootId))?.getTime() !== at.getTime());
  return at;
}

async function start(title: string, at = '2026-03-02T02:00:00.000Z'): Promise<number> {
  await clocks.set({ at: new Date(at), rate: 0 });
  await app.get(OrganisationDirectory).refresh();
  const result = await app.get(StartRootCommand).execute({
    caller: callerOf(people.officer),
    process: 'test.report',
    kind: 'project',
    title,
    purchaserId: bureau.id,
    divisionCode: '513431',
    input: {},
    payload: {},
  });
  return result.rootId;
}

function callerOf(user: UserRecord) {
  return aCaller({ userId: user.id, organisationId: user.organisationId, roles: user.roles });
}

async function openTask(rootId: number): Promise<number> {
  const [row]: { id: number }[] = await dataSource.query(
    `SELECT id FROM engine_task WHERE root_id = ? AND status = 'open'`,
    [rootId],
  );
  return row?.id ?? 0;
}

async function submit(rootId: number): Promise<void> {
  await app.get(ActCommand).execute({
    caller: callerOf(people.officer),
    taskId: await openTask(rootId),
    event: 'SUBMIT',
    taskVersion: 1,
    payload: {},
  });
}

async function firedBy(rootId: number): Promise<string[]> {
  const rows: { fired_by: string }[] = await dataSource.query(
    `SELECT f.fired_by FROM engine_timer_firing f JOIN engine_timer t ON t.id = f.timer_id
     WHERE t.root_id = ? ORDER BY f.due_at, f.step`,
    [rootId],
  );
  return rows.map((row) => row.fired_by);
}

/** Nothing of that case is on its way. What other cases sent later may wait: their time is to come again. */
async function allIsSent(rootId: number): Promise<boolean> {
  const { outbox } = await app.get(DeadlineStatus).report();
  const waiting: unknown[] = await dataSource.query(
    `SELECT id FROM deadlines_sending WHERE root_id = ? AND state = 'pending'`,
    [rootId],
  );
  return outbox.pending === 0 && outbox.dead === 0 && waiting.length === 0;
}

let cases = 0;

describe('the worker', () => {
  let rootId: number;
  let title: string;

  beforeEach(async () => {
    cases += 1;
    title = `易地搬迁社区融入第${cases}号`;
    rootId = await start(title);
  });

  /** Cases of earlier tests go on beside. */
  const mails = (): ReceivedMail[] => sink.messages.filter((mail) => mail.text.includes(`项目名称：${title}\n`));
  const addressesOf = (subject: RegExp): string[] =>
    mails()
      .filter((mail) => subject.test(mail.subject))
      .flatMap((mail) => mail.to)
      .sort();

  it('tells those who have a new task, in the mailbox and by mail', async () => {
    await eventually('mails are sent', async () => mails().length === 2 && (await allIsSent(rootId)));
    expect(addressesOf(/新待办：提交月度报告/)).toEqual([people.officer.email, people.colleague.email].sort());
    expect(mails()[0]?.text).toContain('办理期限：2026年3月9日24时，剩余7天');
  });

  it('reminds, climbs past the vacant post to the province, and sends each mail once', async () => {
    const at: (Date | null)[] = [];
    for (let step = 0; step < 6; step += 1) at.push(await jump(rootId));
    expect(await nextDue(rootId)).toBeNull();
    const steps = (await historyOf(rootId)).map(({ kind, event }) => `${kind} ${event}`);
    expect(steps).toEqual([
      'started start',
      'reminded -P1WD',
      'reminded P0D',
      'reminded P1WD',
      'escalated head',
      'escalated leader',
      'escalated city',
      'supervised supervise',
      'escalated province',
      'supervised supervise',
    ]);
    const metrics = await app.get<Registry>(METRICS).metrics();
    expect(metrics).toMatch(/sanshe_escalations_total\{level="head",outcome="vacant"\} \d/);
    expect(metrics).toMatch(/sanshe_escalations_total\{level="province",outcome="told"\} \d/);
    expect(metrics).toContain('sanshe_queue_jobs{state="delayed"}');
    await eventually('all is sent', () => allIsSent(rootId));
    expect(addressesOf(/期限提醒/)).toHaveLength(6);
    expect(addressesOf(/逾期督办/)).toEqual([people.leader.email, people.city.email, people.province.email].sort());
    expect(new Set(sink.messages.map((mail) => mail.messageId)).size).toBe(sink.messages.length);
  });

  it('fires by alarms, never by the sweeper, while Redis is well', async () => {
    for (let step = 0; step < 6; step += 1) await jump(rootId);
    expect(await firedBy(rootId)).toEqual(Array.from({ length: 7 }, () => 'alarm'));
  });

  it('fires by the sweeper while Redis is away, and by alarms again when it is back', async () => {
    wire.cut();
    await jump(rootId);
    await jump(rootId);
    wire.mend();
    const queue = app.get(AlarmQueue);
    await eventually('Redis is back', async () => queue.isReachable);
    await jump(rootId);
    const [first, second, ...others] = await firedBy(rootId);
    expect([first, second]).toEqual(['sweeper', 'sweeper']);
    expect(new Set(others)).toEqual(new Set(['alarm']));
  });

  it('stops the ladder when the task is done, and moves the case when its period is over', async () => {
    await jump(rootId);
    await submit(rootId);
    await jump(rootId);
    const [root]: { status: string }[] = await dataSource.query('SELECT status FROM engine_root WHERE id = ?', [
      rootId,
    ]);
    expect(root?.status).not.toBe('open');
    expect((await historyOf(rootId)).map((step) => step.kind)).toEqual(['started', 'reminded', 'acted', 'deadline']);
    expect(await firedBy(rootId)).toEqual(['alarm', 'alarm']);
  });

  it('sends nothing twice when the mail server comes back', async () => {
    await eventually('mails of the start are sent', async () => mails().length === 2 && (await allIsSent(rootId)));
    sink.refuseRecipientsWith(451);
    await jump(rootId);
    await eventually('a delivery has failed', async () => {
      const rows: unknown[] = await dataSource.query(
        `SELECT id FROM deadlines_sending WHERE attempts > 0 AND state = 'pending'`,
      );
      return rows.length >= 2;
    });
    sink.refuseRecipientsWith(null);
    await eventually('mails are sent after all', async () => mails().length === 4 && (await allIsSent(rootId)));
    expect(addressesOf(/期限提醒/)).toEqual([people.officer.email, people.colleague.email].sort());
  });

  it('fires everything within a sweep after Redis has lost its keys', async () => {
    const at = await nextDue(rootId);
    await redis.client.flushdb();
    if (at) await clocks.set({ at, rate: 0 });
    await redis.client.flushdb();
    await eventually('the step fires', async () => (await nextDue(rootId))?.getTime() !== at?.getTime());
    expect((await historyOf(rootId)).map((step) => step.kind)).toEqual(['started', 'reminded']);
  });

  it('holds an expiry whose date is provisional, and makes it somebody’s business', async () => {
    const later = await start('暂定日历', '2027-03-02T02:00:00.000Z');
    await submit(later);
    await jump(later);
    const incidents = await eventually('an incident is open', async () => {
      const rows: { reason: string }[] = await dataSource.query(
        'SELECT reason FROM deadlines_incident WHERE root_id = ?',
        [later],
      );
      return rows.length > 0 && rows;
    });
    expect(incidents[0]?.reason).toMatch(/provisional date/);
    expect((await historyOf(later)).map((step) => step.kind)).toEqual(['started', 'acted', 'held']);
  });
});
