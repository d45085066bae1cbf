import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { REDIS, RedisConfig, SystemClock } from '#libs/platform';
import type { Redis } from 'ioredis';
import { AttemptWindow } from '../session/attempt.window.js';
import { TooManyRequestsError } from './account-request.error.js';

const WINDOW_SECONDS = 3600;
/** Of one address in an hour; offices share addresses. */
const LIMITS = { ask: 20, look: 300 } as const;

/** Keeps people without a login from flooding the doors that are open to them. */
@Injectable()
export class RequestLimiter {
  /** While Redis is away. */
  private readonly own: AttemptWindow;

  constructor(
    @Inject(REDIS) private readonly redis: Redis,
    private readonly config: RedisConfig,
    clock: SystemClock,
  ) {
    this.own = new AttemptWindow(clock, WINDOW_SECONDS);
  }

  async count(what: keyof typeof LIMITS, ip: string): Promise<void> {
    const digest = createHash('sha256').update(ip).digest('base64url');
    const key = `${this.config.prefix}.account-requests.${what}.${digest}`;
    const wait = (await this.ask(key, LIMITS[what])) ?? this.own.count([[key, LIMITS[what]]])[0] ?? 0;
    if (wait > 0) throw new TooManyRequestsError(wait);
  }

  /** Seconds to wait; null when Redis is away. */
  private async ask(key: string, limit: number): Promise<number | null> {
    if (this.redis.status !== 'ready') return null;
    try {
      const count = await this.redis.incr(key);
      if (count === 1) await this.redis.expire(key, WINDOW_SECONDS);
      return count > limit ? Math.max(1, await this.redis.ttl(key)) : 0;
    } catch {
      return null;
    }
  }
}
