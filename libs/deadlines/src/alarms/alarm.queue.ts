import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { REDIS, RedisConfig } from '#libs/platform';
import { type Job, Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import type { Alarm } from './alarm.js';

/** First segment of the names of its jobs. */
export const ALARM_QUEUE = 'deadlines';
export const FIRE_TIMER_JOB = 'deadlines.fireTimer';

const ATTEMPTS = 3;
const FIRST_RETRY_MS = 200;

/** An alarm and how long from now, in system time, it is to wait. */
export interface DelayedAlarm extends Alarm {
  readonly delayMs: number;
}

/** The alarm clock in Redis. A job carries ids alone; whatever is lost here stands in engine_timer. */
@Injectable()
export class AlarmQueue implements OnModuleDestroy {
  private readonly queue: Queue<Alarm>;
  private rung = 0;

  constructor(
    @Inject(REDIS) private readonly redis: Redis,
    private readonly config: RedisConfig,
  ) {
    this.queue = new Queue(ALARM_QUEUE, {
      connection: redis,
      prefix: config.prefix,
      defaultJobOptions: {
        attempts: ATTEMPTS,
        backoff: { type: 'exponential', delay: FIRST_RETRY_MS },
        removeOnComplete: true,
        removeOnFail: true,
      },
    });
    // Redis being away is seen by its status and by the sweeper; BullMQ repeats it on every command.
    this.queue.on('error', () => undefined);
  }

  /** Alarms that have rung in this process: whether the queue is being worked off. */
  get rungCount(): number {
    return this.rung;
  }

  get isReachable(): boolean {
    return this.redis.status === 'ready';
  }

  /** A job that is there already keeps its place and its delay. */
  async add(alarms: readonly DelayedAlarm[]): Promise<void> {
    const jobs = alarms.map(({ timerId, generation, delayMs }) => ({
      name: FIRE_TIMER_JOB,
      data: { timerId, generation },
      opts: { jobId: jobIdOf({ timerId, generation }), delay: delayMs },
    }));
    await this.queue.addBulk(jobs);
  }

  /** Hands each alarm that rings to `ring`, until the worker is closed. */
  listen(ring: (job: Job<Alarm>) => Promise<void>, concurrency: number): Worker<Alarm> {
    const heard = (job: Job<Alarm>): Promise<void> => {
      this.rung += 1;
      return ring(job);
    };
    const worker = new Worker<Alarm>(ALARM_QUEUE, heard, {
      connection: this.redis,
      prefix: this.config.prefix,
      concurrency,
    });
    worker.on('error', () => undefined);
    return worker;
  }

  /** Those of the alarms that Redis does not hold. */
  async missing<T extends Alarm>(alarms: readonly T[]): Promise<T[]> {
    const pipeline = this.redis.pipeline();
    for (const alarm of alarms) pipeline.exists(this.queue.toKey(jobIdOf(alarm)));
    const answers = (await pipeline.exec()) ?? [];
    return alarms.filter((_, place) => answers[place]?.[1] !== 1);
  }

  /** Takes out what waits; a job that runs just now ends by itself. */
  async clear(): Promise<void> {
    await this.queue.drain(true);
  }

  /** Revision of the clock by which the delays were computed; null when Redis has lost them. */
  async revision(): Promise<number | null> {
    const value = await this.redis.get(this.revisionKey);
    return value === null ? null : Number(value);
  }

  async setRevision(revision: number): Promise<void> {
    await this.redis.set(this.revisionKey, revision);
  }

  async counts(): Promise<Readonly<Record<string, number>>> {
    return this.queue.getJobCounts('waiting', 'delayed', 'active');
  }

  async onModuleDestroy(): Promise<void> {
    await this.queue.close();
  }

  private get revisionKey(): string {
    return `${this.config.prefix}.alarms.revision`;
  }
}

/** No colon: BullMQ refuses it. */
function jobIdOf({ timerId, generation }: Alarm): string {
  return `t-${timerId}-${generation}`;
}
