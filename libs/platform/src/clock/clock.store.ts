import { Injectable, type OnModuleDestroy, type OnModuleInit, Inject } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Redis } from 'ioredis';
import { ClockConfig } from '../config/clock.config.js';
import { RedisConfig } from '../config/redis.config.js';
import { REDIS } from '../redis/redis.token.js';
import { BusinessClock, type ClockSetting } from './business.clock.js';
import { ClockNotSettableError } from './clock-not-settable.error.js';
import { SystemClock } from './system.clock.js';

const POLL_MS = 1000;

interface ClockRow {
  readonly base_at: Date;
  readonly since_at: Date;
  readonly rate: number;
  readonly revision: number;
}

/** What a person sets: a business time, and how fast it runs from now on. */
export interface ClockChange {
  readonly at: Date;
  /** 1 real speed, 0 stands still, 3600 an hour a second. */
  readonly rate: number;
}

/** Keeps every process on the same business time: the row is the truth, Redis only says "look again". */
@Injectable()
export class ClockStore implements OnModuleInit, OnModuleDestroy {
  private timer: NodeJS.Timeout | null = null;
  private subscriber: Redis | null = null;

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: BusinessClock,
    private readonly system: SystemClock,
    private readonly config: ClockConfig,
    private readonly redisConfig: RedisConfig,
    @Inject(REDIS) private readonly redis: Redis,
  ) {}

  async onModuleInit(): Promise<void> {
    if (this.config.mode === 'real') return;
    await this.load();
    this.subscriber = this.redis.duplicate();
    this.subscriber.on('error', () => undefined);
    this.subscriber.on('message', () => void this.load().catch(() => undefined));
    // Not awaited: a process starts, and the clock is set, while Redis is away; the poll carries the change.
    void this.subscriber.subscribe(this.channel).catch(() => undefined);
    this.timer = setInterval(() => void this.load().catch(() => undefined), POLL_MS);
    this.timer.unref();
  }

  onModuleDestroy(): void {
    if (this.timer) clearInterval(this.timer);
    this.subscriber?.disconnect();
  }

  async set(change: ClockChange): Promise<ClockSetting> {
    if (this.config.mode === 'real') throw new ClockNotSettableError();
    await this.dataSource.query(
      `INSERT INTO platform_clock (id, base_at, since_at, rate, revision) VALUES (1, ?, ?, ?, 1)
       ON DUPLICATE KEY UPDATE base_at = VALUES(base_at), since_at = VALUES(since_at), rate = VALUES(rate), revision = revision + 1`,
      [change.at, this.system.now(), change.rate],
    );
    await this.load();
    void this.redis.publish(this.channel, String(this.clock.setting.revision)).catch(() => undefined);
    return this.clock.setting;
  }

  async load(): Promise<void> {
    const rows: ClockRow[] = await this.dataSource.query(
      'SELECT base_at, since_at, rate, revision FROM platform_clock WHERE id = 1',
    );
    const row = rows[0];
    if (!row) return;
    this.clock.apply({
      base: row.base_at.getTime(),
      since: row.since_at.getTime(),
      rate: row.rate,
      revision: row.revision,
    });
  }

  private get channel(): string {
    return `${this.redisConfig.prefix}.clock`;
  }
}
