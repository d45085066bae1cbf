import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { RedisConfig, Environment } from '#libs/platform';
import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import { createConnection, type RowDataPacket } from 'mysql2/promise';
import { type OwnInstallation, type Part, removeQuietly } from '#support/installation';
import type { TrainingClock } from './training.clock.js';

/** What a fault may do to the running installation. */
export interface Scene {
  readonly system: OwnInstallation;
  readonly clock: TrainingClock;
  /** From 0 to 1, by the seed. */
  random(): number;
}

export interface FaultKind {
  readonly name: string;
  /** Left out of short runs: it takes longer than they do. */
  readonly isLong?: boolean;
  /** Whether it can be made here. */
  isPossible?(system: OwnInstallation): boolean;
  /** Resolves when what was taken away is back; nothing is asserted here. */
  inflict(scene: Scene): Promise<void>;
}

const kill = (part: Part): FaultKind => ({
  name: `kill -9 ${part}`,
  inflict: ({ system, random }) => system.killAndRestart(part, 200 + random() * 1500),
});

/** BullMQ's lease on a job. */
const LEASE_MS = 30_000;
const QUEUE = 'deadlines';
const DOUBLED = 200;

export const FAULT_KINDS: readonly FaultKind[] = [
  kill('api'),
  kill('worker-1'),
  kill('worker-2'),
  kill('mariadb'),
  kill('redis'),
  { name: 'FLUSHALL', inflict: ({ system }) => onRedis(system, (redis) => redis.flushall()) },
  { name: 'Redis evicts', inflict: ({ system }) => onRedis(system, evict) },
  { name: 'Redis is cut off', inflict: cutOff },
  { name: 'two workers on one timer', inflict: ({ system }) => ringTwice(system) },
  { name: 'the clock jumps an hour forward and back', inflict: jump },
  {
    name: 'the disk of MariaDB is full',
    isPossible: ({ isOnSmallDisk }) => isOnSmallDisk,
    inflict: fillDisk,
  },
  {
    name: 'a worker is frozen past its lease and wakes up',
    isLong: true,
    inflict: (scene) => freeze(scene, LEASE_MS + 5000),
  },
  { name: 'a worker is frozen for a moment', inflict: (scene) => freeze(scene, 3000) },
];

async function onRedis(system: OwnInstallation, work: (redis: Redis) => Promise<unknown>): Promise<void> {
  const redis = new Redis(system.redisUrl, { maxRetriesPerRequest: 2 });
  redis.on('error', () => undefined);
  try {
    await work(redis);
  } finally {
    redis.disconnect();
  }
}

/** Keys of any kind are thrown out until the memory fits. */
async function evict(redis: Redis): Promise<void> {
  const used = Number(/used_memory:(\d+)/.exec(await redis.info('memory'))?.[1] ?? 0);
  await redis.config('SET', 'maxmemory-policy', 'allkeys-random');
  await redis.config('SET', 'maxmemory', String(Math.max(1_500_000, Math.floor(used * 0.8))));
  for (let filler = 0; filler < 200; filler += 1) {
    await redis.set(`filler:${filler}`, 'x'.repeat(4096)).catch(() => undefined);
  }
  await redis.config('SET', 'maxmemory', '0');
  await redis.config('SET', 'maxmemory-policy', 'noeviction');
}

async function cutOff({ system, random }: Scene): Promise<void> {
  system.proxy.cut();
  await pause(2000 + random() * 3000);
  system.proxy.mend();
}

/** Alarms of the next timers once more under other names, so that both workers hold the same timer at once. */
async function ringTwice(system: OwnInstallation): Promise<void> {
  const database = await createConnection(system.installation.servers.databaseUrl);
  const [timers] = await database.query<RowDataPacket[]>(
    "SELECT id, generation FROM engine_timer WHERE status = 'armed' ORDER BY next_at LIMIT ?",
    [DOUBLED],
  );
  await database.end();
  const { prefix } = new RedisConfig(new Environment({ SANSHE_REDIS_URL: system.redisUrl }));
  const queue = new Queue(QUEUE, { connection: { url: system.redisUrl }, prefix });
  queue.on('error', () => undefined);
  const jobs = timers.flatMap(({ id, generation }) =>
    ['a', 'b'].map((twin) => ({
      name: 'deadlines.fireTimer',
      data: { timerId: Number(id), generation: Number(generation) },
      opts: { jobId: `twin-${twin}-${String(id)}-${String(generation)}`, removeOnComplete: true, removeOnFail: true },
    })),
  );
  await queue.addBulk(jobs);
  await queue.close();
}

async function jump({ clock }: Scene): Promise<void> {
  const HOUR = 3_600_000;
  await clock.shift(HOUR);
  await pause(1500);
  await clock.shift(-HOUR);
}

async function fillDisk({ system, random }: Scene): Promise<void> {
  const file = join(system.installation.home, 'filler');
  try {
    for (let part = 0; ; part += 1) writeFileSync(file, Buffer.alloc(8_000_000), { flag: 'a' });
  } catch {
    await pause(2000 + random() * 2000);
  } finally {
    removeQuietly(file);
  }
}

async function freeze({ system, random }: Scene, forMs: number): Promise<void> {
  const pid = system.pidOf(random() < 0.5 ? 'worker-1' : 'worker-2');
  process.kill(pid, 'SIGSTOP');
  try {
    await pause(forMs);
  } finally {
    process.kill(pid, 'SIGCONT');
  }
}
