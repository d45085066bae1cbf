import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { engineSchema } from '#libs/engine';
import { BusinessClock, connectRedis, SystemClock } from '#libs/platform';
import { useDatabase } from '#support/database';
import { useRedis } from '#support/redis';
import type { Redis } from 'ioredis';
import { aTimer, eventually, redisConfig, setClock, workerConfig } from '../testing.js';
import { AlarmMirror } from './alarm.mirror.js';
import { AlarmQueue } from './alarm.queue.js';
import { AlarmRepository } from './alarm.repository.js';

const database = await useDatabase([engineSchema]);
const redis = await useRedis();
const { dataSource } = database;

const system = new SystemClock();
let clock: BusinessClock;
let connection: Redis;
let queue: AlarmQueue;
let mirror: AlarmMirror;

beforeEach(async () => {
  clock = new BusinessClock(system);
  setClock(clock, system, '2026-01-05T00:00:00.000Z', 1);
  connection = connectRedis(redisConfig(redis.url));
  queue = new AlarmQueue(connection, redisConfig(redis.url));
  mirror = newMirror();
  await eventually('Redis is ready', async () => queue.isReachable);
});

afterEach(async () => {
  await queue.onModuleDestroy();
  connection.disconnect();
});

function newMirror(): AlarmMirror {
  return new AlarmMirror(new AlarmRepository(dataSource), queue, clock, workerConfig());
}

async function delays(): Promise<Record<string, number>> {
  const ids = await redis.client.zrange('test:deadlines:delayed', 0, -1);
  const entries = ids.map(
    async (id) => [id, Number(await redis.client.hget(`test:deadlines:${id}`, 'delay'))] as const,
  );
  return Object.fromEntries(await Promise.all(entries));
}

async function mirrored(): Promise<number[]> {
  const rows: { id: number }[] = await dataSource.query('SELECT id FROM engine_timer WHERE alarmed = 1 ORDER BY id');
  return rows.map((row) => row.id);
}

const HOUR_MS = 3_600_000;

describe('AlarmMirror', () => {
  it('sets an alarm for what is due within the horizon, and only for that', async () => {
    const soon = await aTimer().dueAt('2026-01-05T01:00:00.000Z').insert(dataSource);
    await aTimer().dueAt('2026-01-12T00:10:00.000Z').insert(dataSource);
    await aTimer().dueAt('2026-01-05T01:00:00.000Z').cancelled().insert(dataSource);
    await mirror.round();
    const { [`t-${soon}-1`]: delay, ...others } = await delays();
    expect(others).toEqual({});
    expect(delay).toBeGreaterThan(HOUR_MS - 10_000);
    expect(delay).toBeLessThanOrEqual(HOUR_MS);
    expect(await mirrored()).toEqual([soon]);
  });

  it('pulls the horizon forward as time passes', async () => {
    const later = await aTimer().dueAt('2026-01-20T00:00:00.000Z').insert(dataSource);
    await mirror.round();
    expect(await mirrored()).toEqual([]);
    setClock(clock, system, '2026-01-14T00:00:00.000Z', 1);
    await mirror.round();
    expect(await mirrored()).toEqual([later]);
  });

  it('computes all alarms again when the clock runs faster', async () => {
    const timer = await aTimer().dueAt('2026-01-05T01:00:00.000Z').insert(dataSource);
    await mirror.round();
    setClock(clock, system, '2026-01-05T00:00:00.000Z', 3600);
    await mirror.round();
    expect((await delays())[`t-${timer}-1`]).toBeLessThanOrEqual(1000);
  });

  it('sets an alarm for nothing but the due while the clock stands still', async () => {
    const due = await aTimer().dueAt('2026-01-05T00:00:00.000Z').insert(dataSource);
    const later = await aTimer().dueAt('2026-01-05T02:00:00.000Z').insert(dataSource);
    setClock(clock, system, '2026-01-05T01:00:00.000Z', 0);
    await mirror.round();
    expect(await mirrored()).toEqual([due]);
    setClock(clock, system, '2026-01-05T02:00:00.000Z', 0);
    await mirror.round();
    expect(await mirrored()).toEqual([due, later]);
  });

  it('fills an emptied Redis again at its next round', async () => {
    const timer = await aTimer().insert(dataSource);
    await mirror.round();
    await redis.client.flushdb();
    await mirror.round();
    expect(Object.keys(await delays())).toEqual([`t-${timer}-1`]);
  });

  it('leaves alarms of a running installation alone when another worker joins', async () => {
    const timer = await aTimer().insert(dataSource);
    await mirror.round();
    await redis.client.hset(`test:deadlines:t-${timer}-1`, 'mark', 'kept');
    await newMirror().round();
    expect(await redis.client.hget(`test:deadlines:t-${timer}-1`, 'mark')).toBe('kept');
  });

  it('does not wait for a row that a command holds, and comes back to it', async () => {
    const held = await aTimer().insert(dataSource);
    const free = await aTimer().insert(dataSource);
    const command = dataSource.createQueryRunner();
    await command.startTransaction();
    await command.query('SELECT id FROM engine_timer WHERE id = ? FOR UPDATE', [held]);
    await mirror.round();
    expect(await mirrored()).toEqual([free]);
    await command.commitTransaction();
    await command.release();
    await mirror.round();
    expect(await mirrored()).toEqual([held, free]);
  });

  it('leaves a timer that keeps failing to the sweeper', async () => {
    const failing = await aTimer().insert(dataSource);
    await dataSource.query('UPDATE engine_timer SET retry_at = ? WHERE id = ?', [system.now(), failing]);
    await mirror.round();
    expect(await mirrored()).toEqual([]);
  });

  it('mirrors thousands in batches, without rest between them', async () => {
    await aTimer().insertMany(dataSource, 2500);
    let rounds = 0;
    while ((await mirror.round()) === 0) rounds += 1;
    expect(rounds).toBe(2);
    expect(await mirrored()).toHaveLength(2500);
    expect(await queue.counts()).toMatchObject({ delayed: 2500 });
  });
});
