import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { engineSchema } from '#libs/engine';
import { BusinessClock, connectRedis, createMetrics, IdAllocator } from '#libs/platform';
import { useDatabase } from '#support/database';
import { useRedis } from '#support/redis';
import type { Redis } from 'ioredis';
import { AlarmQueue } from '../alarms/alarm.queue.js';
import { deadlinesSchema } from '../deadlines.schema.js';
import { IncidentRepository } from '../incidents/incident.repository.js';
import { DeadlineMetrics } from '../running/deadline.metrics.js';
import {
  aTimer,
  eventually,
  FakeFireTimer,
  redisConfig,
  RedisWire,
  setClock,
  silentLogger,
  StandingClock,
  workerConfig,
} from '../testing.js';
import { FailingTimers } from './failing.timers.js';
import { OverdueFiring } from './overdue.firing.js';
import { OverdueTimers } from './overdue.timers.js';
import { Sweeper } from './sweeper.js';

const { dataSource } = await useDatabase([engineSchema, deadlinesSchema]);
const redis = await useRedis();

let system: StandingClock;
let clock: BusinessClock;
let wire: RedisWire;
let connection: Redis;
let queue: AlarmQueue;
let fireTimer: FakeFireTimer;
let sweeper: Sweeper;

beforeEach(async () => {
  system = new StandingClock('2026-11-24T00:00:00.000Z');
  clock = new BusinessClock(system);
  setClock(clock, system, '2026-01-05T02:00:00.000Z');
  wire = await RedisWire.to(redis.url);
  connection = connectRedis(redisConfig(wire.url));
  queue = new AlarmQueue(connection, redisConfig(wire.url));
  fireTimer = new FakeFireTimer(dataSource);
  sweeper = await newSweeper();
  await eventually('Redis is ready', async () => queue.isReachable);
});

afterEach(async () => {
  await queue.onModuleDestroy();
  connection.disconnect();
  wire.close();
});

async function newSweeper(): Promise<Sweeper> {
  const ids = new IdAllocator(dataSource);
  await ids.ensure();
  const failing = new FailingTimers(dataSource, new IncidentRepository(dataSource, ids), system, silentLogger);
  const firing = new OverdueFiring(fireTimer.asCommand(), failing, new DeadlineMetrics(createMetrics()));
  return new Sweeper(new OverdueTimers(dataSource, clock, system), firing, queue, system, workerConfig(), silentLogger);
}

async function loseRedis(): Promise<void> {
  wire.cut();
  await eventually('Redis is away', async () => !queue.isReachable);
}

describe('Sweeper', () => {
  it('fires all that is overdue when Redis has lost everything, by due time within a root', async () => {
    const late = await aTimer().of(1).dueAt('2026-01-05T01:30:00.000Z').mirrored().insert(dataSource);
    const early = await aTimer().of(1).dueAt('2026-01-05T01:00:00.000Z').mirrored().insert(dataSource);
    const others = await aTimer().of(2).mirrored().insertMany(dataSource, 500);
    await aTimer().of(1).dueAt('2026-01-05T03:00:00.000Z').insert(dataSource);
    await redis.client.flushdb();
    expect(await sweeper.sweep()).toEqual({ fired: 502, failed: 0, isRedisReachable: true });
    const ofFirst = fireTimer.fired.map((firing) => firing.timerId).filter((id) => !others.includes(id));
    expect(ofFirst).toEqual([early, late]);
    expect(new Set(fireTimer.fired.map((firing) => firing.firedBy))).toEqual(new Set(['sweeper']));
  });

  it('does not wait for alarms when Redis is away', async () => {
    await aTimer().insert(dataSource);
    await loseRedis();
    expect(await sweeper.sweep()).toEqual({ fired: 1, failed: 0, isRedisReachable: false });
  });

  it('leaves to the alarm what rings while it looks', async () => {
    const timer = await aTimer().insert(dataSource);
    const sweep = sweeper.sweep();
    await fireTimer.execute({ timerId: timer, generation: 1, firedBy: 'alarm' });
    expect(await sweep).toMatchObject({ fired: 0 });
    expect(fireTimer.fired).toHaveLength(1);
  });

  it('leaves alone what waits in a queue that is being worked off, and fires what is not in it', async () => {
    const waiting = await aTimer().insert(dataSource);
    const lost = await aTimer().insert(dataSource);
    const hour = 3_600_000;
    await queue.add([
      { timerId: waiting, generation: 1, delayMs: hour },
      { timerId: 1, generation: 1, delayMs: 800 },
    ]);
    const worker = queue.listen(async () => undefined, 1);
    expect(await sweeper.sweep()).toMatchObject({ fired: 1 });
    expect(fireTimer.fired.map((firing) => firing.timerId)).toEqual([lost]);
    expect(await sweeper.sweep()).toMatchObject({ fired: 1 });
    expect(fireTimer.fired.map((firing) => firing.timerId)).toEqual([lost, waiting]);
    await worker.close();
  });

  it('backs off from a timer that fails, opens an incident after five times, and closes it when it fires', async () => {
    const broken = await aTimer().insert(dataSource);
    fireTimer.break(broken, new Error('no way'));
    await loseRedis();
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      expect(await sweeper.sweep()).toMatchObject({ fired: 0, failed: 1 });
      expect(await sweeper.sweep()).toMatchObject({ fired: 0, failed: 0 });
      system.pass(600_000);
    }
    const incident =
      'SELECT attempts, reason, resolved_at FROM deadlines_incident WHERE subject = ? AND subject_id = ?';
    const open: unknown[] = await dataSource.query(incident, ['timer', broken]);
    expect(open).toEqual([{ attempts: 5, reason: 'Error: no way', resolved_at: null }]);
    fireTimer.mend(broken);
    const sound = await aTimer().insert(dataSource);
    expect(await sweeper.sweep()).toMatchObject({ fired: 2 });
    expect(fireTimer.fired.map((firing) => firing.timerId).sort()).toEqual([broken, sound].sort());
    const closed: { resolved_at: Date | null }[] = await dataSource.query(incident, ['timer', broken]);
    expect(closed[0]?.resolved_at).toEqual(system.now());
  });

  it('is behind when it has not come round for three periods', async () => {
    expect(sweeper.isBehind()).toBe(false);
    await sweeper.round();
    system.pass(9_001);
    expect(sweeper.isBehind()).toBe(true);
  });

  it('counts what is armed and overdue', async () => {
    await aTimer().insertMany(dataSource, 3);
    await aTimer().dueAt('2026-02-01T00:00:00.000Z').insert(dataSource);
    const counts = await new OverdueTimers(dataSource, clock, system).counts();
    expect(counts).toEqual({ armed: 4, due: 0, overdue: 3, oldestMs: 3_600_000 });
  });
});
