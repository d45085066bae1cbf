import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { REDIS, RedisConfig } from '#libs/platform';
import type { Redis } from 'ioredis';
import { LoginThrottledError } from './session.error.js';

const WINDOW_SECONDS = 15 * 60;
const MAX_ATTEMPTS = 10;
/** A Redis that does not answer must not keep people out: the password is still checked. */
const PATIENCE_MS = 300;

/** Slows down guessing: ten attempts for one login from one address in a quarter of an hour, counted before hashing. */
@Injectable()
export class LoginLimiter {
  constructor(
    @Inject(REDIS) private readonly redis: Redis,
    private readonly config: RedisConfig,
  ) {}

  /** Counts an attempt before the password is looked at, so that parallel guesses count too. */
  async count(login: string, ip: string): Promise<void> {
    const key = this.keyOf(login, ip);
    const [attempts, secondsLeft] = await this.ask(async () => {
      const count = await this.redis.incr(key);
      if (count === 1) await this.redis.expire(key, WINDOW_SECONDS);
      return [count, count > MAX_ATTEMPTS ? await this.redis.ttl(key) : 0];
    });
    if (attempts > MAX_ATTEMPTS) throw new LoginThrottledError(secondsLeft > 0 ? secondsLeft : WINDOW_SECONDS);
  }

  /** After a login that succeeded. */
  async forget(login: string, ip: string): Promise<void> {
    await this.ask(async () => [await this.redis.del(this.keyOf(login, ip)), 0]);
  }

  private async ask(question: () => Promise<[number, number]>): Promise<[number, number]> {
    if (this.redis.status !== 'ready') return [0, 0];
    let timer: NodeJS.Timeout | undefined;
    const impatience = new Promise<[number, number]>((resolve) => {
      timer = setTimeout(() => resolve([0, 0]), PATIENCE_MS);
    });
    const answer = question().catch((): [number, number] => [0, 0]);
    return Promise.race([answer, impatience]).finally(() => clearTimeout(timer));
  }

  private keyOf(login: string, ip: string): string {
    const digest = createHash('sha256').update(`${login}\n${ip}`).digest('base64url');
    return `${this.config.prefix}.login-attempts.${digest}`;
  }
}
