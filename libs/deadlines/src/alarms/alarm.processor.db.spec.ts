import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { engineSchema } from '#libs/engine';
import { deadlinesSchema } from '../deadlines.schema.js';
import { BusinessClock, connectRedis, createMetrics, IdAllocator, SystemClock } from '#libs/platform';
import { useDatabase } from '#support/database';
import { useRedis } from '#support/redis';
import type { Redis } from 'ioredis';
import { IncidentRepository } from '../incidents/incident.repository.js';
import { DeadlineMetrics } from '../running/deadline.metrics.js';
import { FailingTimers } from '../sweeping/failing.timers.js';
import { aTimer, eventually, FakeFireTimer, redisConfig, setClock, silentLogger, workerConfig } from '../testing.js';
import { AlarmMirror } from './alarm.mirror.js';
import { AlarmProcessor } from './alarm.processor.js';
import { AlarmQueue } from './alarm.queue.js';
import { AlarmRepository } from './alarm.repository.js';

const { dataSource } = await useDatabase([engineSchema, deadlinesSchema]);
const redis = await useRedis();

const system = new SystemClock();
let clock: BusinessClock;
let connection: Redis;
let queue: AlarmQueue;
let mirror: AlarmMirror;
let fireTimer: FakeFireTimer;
let processors: AlarmProcessor[];

beforeEach(async () => {
  clock = new BusinessClock(system);
  setClock(clock, system, '2026-01-05T00:59:59.000Z', 1);
  connection = connectRedis(redisConfig(redis.url));
  queue = new AlarmQueue(connection, redisConfig(redis.url));
  mirror = new AlarmMirror(new AlarmRepository(dataSource), queue, clock, workerConfig());
  fireTimer = new FakeFireTimer(dataSource);
  processors = [];
  await eventually('Redis is ready', async () => queue.isReachable);
});

afterEach(async () => {
  await Promise.all(processors.map((processor) => processor.onModuleDestroy()));
  await queue.onModuleDestroy();
  connection.disconnect();
});

async function startProcessor(): Promise<void> {
  const ids = new IdAllocator(dataSource);
  await ids.ensure();
  const failing = new FailingTimers(dataSource, new IncidentRepository(dataSource, ids), system, silentLogger);
  const metrics = new DeadlineMetrics(createMetrics());
  const processor = new AlarmProcessor(fireTimer.asCommand(), failing, metrics, system, queue);
  processor.start();
  processors.push(processor);
}

describe('AlarmProcessor', () => {
  it('rings when business time comes, with ids alone', async () => {
    const timer = await aTimer().dueAt('2026-01-05T01:00:00.000Z').insert(dataSource);
    await startProcessor();
    await mirror.round();
    expect(fireTimer.fired).toEqual([]);
    await eventually('the alarm rings', async () => fireTimer.fired.length > 0);
    expect(fireTimer.fired).toEqual([{ timerId: timer, generation: 1, firedBy: 'alarm' }]);
    expect(clock.now().getTime()).toBeGreaterThanOrEqual(Date.parse('2026-01-05T01:00:00.000Z'));
  });

  it('rings each of many once, with two workers on one queue', async () => {
    setClock(clock, system, '2026-01-05T02:00:00.000Z', 0);
    const timers = await aTimer().insertMany(dataSource, 300);
    await startProcessor();
    await startProcessor();
    await mirror.round();
    await eventually('all have rung', async () => fireTimer.fired.length >= timers.length);
    expect(fireTimer.fired.map((firing) => firing.timerId).sort((a, b) => a - b)).toEqual(timers);
  });

  it('tries a few times at once, then backs the timer off and goes on with others', async () => {
    setClock(clock, system, '2026-01-05T02:00:00.000Z', 0);
    const broken = await aTimer().insert(dataSource);
    const sound = await aTimer().insert(dataSource);
    fireTimer.break(broken, new Error('no way'));
    await startProcessor();
    await mirror.round();
    const [row] = await eventually('the failure is recorded', async () => {
      const rows: { attempts: number; retry_at: Date }[] = await dataSource.query(
        'SELECT attempts, retry_at FROM engine_timer WHERE id = ? AND retry_at IS NOT NULL',
        [broken],
      );
      return rows.length > 0 && rows;
    });
    expect(row?.attempts).toBe(1);
    expect(row?.retry_at.getTime()).toBeGreaterThan(system.now().getTime());
    expect(fireTimer.fired.map((firing) => firing.timerId)).toEqual([sound]);
  });
});
