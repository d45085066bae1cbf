import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { LockoutConfig, REDIS, RedisConfig, SystemClock } from '#libs/platform';
import type { Redis } from 'ioredis';
import { type AttemptLimit, AttemptWindow } from './attempt.window.js';
import { LoginThrottledError } from './session.error.js';

/** A Redis that does not answer must not keep people out: what the process has counted itself holds. */
const PATIENCE_MS = 300;

/**
 * Counts an attempt for every key unless one of them is full, in one step: parallel guesses in several processes cannot
 * slip through between looking and counting. Answers the seconds to wait, one number for each key.
 */
const COUNT = `
  local waits, isFull = {}, false
  for i, key in ipairs(KEYS) do
    local full = tonumber(redis.call('GET', key) or '0') >= tonumber(ARGV[i + 1])
    waits[i] = full and math.max(redis.call('TTL', key), 1) or 0
    isFull = isFull or full
  end
  if isFull then return waits end
  for i, key in ipairs(KEYS) do
    local count = redis.call('INCR', key)
    if count == 1 or count >= tonumber(ARGV[i + 1]) then redis.call('EXPIRE', key, ARGV[1]) end
  end
  return waits`;

const TAKE_BACK = `
  for i, key in ipairs(KEYS) do
    if tonumber(redis.call('GET', key) or '0') > 0 then redis.call('DECR', key) end
  end`;

/**
 * Stops guessing (登录锁定): so many failures of one login from wherever, or of any logins from one address, and nobody
 * gets as far as a hash until the time is over. Every attempt is counted before the password is looked at, and taken back
 * when it was no failure.
 */
@Injectable()
export class LoginLimiter {
  private readonly own: AttemptWindow;
  private readonly seconds: number;

  constructor(
    @Inject(REDIS) private readonly redis: Redis,
    private readonly redisConfig: RedisConfig,
    private readonly lockout: LockoutConfig,
    clock: SystemClock,
  ) {
    this.seconds = lockout.minutes * 60;
    this.own = new AttemptWindow(clock, this.seconds);
  }

  /** Refuses, or counts. Redis decides; the process counts along, so that a slow moment of Redis gives nothing away. */
  async count(login: string, ip: string): Promise<void> {
    const keys = this.keysOf(login, ip);
    const limits = [this.lockout.failures, this.lockout.addressFailures];
    const own = keys.map((key, at): AttemptLimit => [key, limits[at] ?? 1]);
    const counted = this.own.count(own);
    const told = await this.ask(() => this.redis.eval(COUNT, keys.length, ...keys, this.seconds, ...limits));
    const waits = told?.map(Number) ?? counted;
    if (told) this.own.follow(own, waits);
    const [ofLogin, ofAddress] = waits;
    if (ofLogin) throw new LoginThrottledError('login', ofLogin);
    if (ofAddress) throw new LoginThrottledError('address', ofAddress);
  }

  /** The attempt was no failure, but no success either: what was counted before stays. */
  async takeBack(login: string, ip: string): Promise<void> {
    const keys = this.keysOf(login, ip);
    for (const key of keys) this.own.takeBack(key);
    await this.ask(async () => {
      await this.redis.eval(TAKE_BACK, keys.length, ...keys);
      return [];
    });
  }

  /** After a success: the login's failures are over, the address keeps its others. */
  async forget(login: string, ip: string): Promise<void> {
    await this.takeBack(login, ip);
    await this.unlock(login);
  }

  /** An administrator lets somebody in again. */
  async unlock(login: string): Promise<void> {
    const key = this.keyOf('login', login);
    this.own.forget(key);
    await this.ask(async () => [await this.redis.del(key)]);
  }

  /** Null when Redis is away. */
  private async ask(question: () => Promise<unknown>): Promise<readonly unknown[] | null> {
    if (this.redis.status !== 'ready') return null;
    let timer: NodeJS.Timeout | undefined;
    const impatience = new Promise<null>((resolve) => {
      timer = setTimeout(() => resolve(null), PATIENCE_MS);
    });
    const answer = question().then(
      (given) => (Array.isArray(given) ? given : null),
      () => null,
    );
    return Promise.race([answer, impatience]).finally(() => clearTimeout(timer));
  }

  private keysOf(login: string, ip: string): [string, string] {
    return [this.keyOf('login', login), this.keyOf('address', ip)];
  }

  private keyOf(kind: 'login' | 'address', name: string): string {
    const digest = createHash('sha256').update(name).digest('base64url');
    return `${this.redisConfig.prefix}.login-failures.${kind}.${digest}`;
  }
}
