import { describe, expect, it } from '@jest/globals';
import { Environment, LockoutConfig, RedisConfig } from '#libs/platform';
import { Redis } from 'ioredis';
import { MovableClock } from '../testing/identity.app.js';
import { AttemptWindow } from './attempt.window.js';
import { LoginLimiter } from './login.limiter.js';

const ADDRESS = '10.52.7.19';

describe('LoginLimiter while Redis is away', () => {
  const environment = new Environment({ SANSHE_REDIS_URL: 'redis://127.0.0.1:1', SANSHE_LOCKOUT_FAILURES: '3' });

  function limiterWith(clock = new MovableClock()): LoginLimiter {
    const redis = new Redis({ lazyConnect: true });
    return new LoginLimiter(redis, new RedisConfig(environment), new LockoutConfig(environment), clock);
  }

  async function fail(limiter: LoginLimiter, times: number, login = 'officer'): Promise<void> {
    for (let attempt = 0; attempt < times; attempt += 1) await limiter.count(login, ADDRESS);
  }

  it('counts in the process, and the lock ends by itself', async () => {
    const clock = new MovableClock();
    const limiter = limiterWith(clock);
    await fail(limiter, 3);
    await expect(limiter.count('officer', '10.0.0.1')).rejects.toMatchObject({ details: { reason: 'login' } });
    await limiter.count('other', ADDRESS);
    clock.offsetMs = 15 * 60_000;
    await limiter.count('officer', ADDRESS);
  });

  it('forgets after a success, and takes back what was no failure', async () => {
    const limiter = limiterWith();
    await fail(limiter, 2);
    await limiter.takeBack('officer', ADDRESS);
    await fail(limiter, 2);
    await limiter.forget('officer', ADDRESS);
    await fail(limiter, 3);
  });

  it('locks an address that tries many logins', async () => {
    const limiter = limiterWith();
    for (let number = 0; number < 200; number += 1) await limiter.count(`made.up.${number}`, ADDRESS);
    await expect(limiter.count('officer', ADDRESS)).rejects.toMatchObject({
      code: 'identity.login-throttled',
      details: { reason: 'address', retryAfterSeconds: 900 },
    });
    await limiter.count('officer', '10.0.0.1');
  });
});

describe('AttemptWindow', () => {
  const clock = new MovableClock();

  it('keeps what Redis has found full, for as long as Redis said', () => {
    const window = new AttemptWindow(clock, 900);
    window.follow(
      [
        ['officer', 3],
        [ADDRESS, 200],
      ],
      [60, 0],
    );
    expect(
      window.count([
        ['officer', 3],
        [ADDRESS, 200],
      ]),
    ).toEqual([60, 0]);
    clock.offsetMs += 60_000;
    expect(
      window.count([
        ['officer', 3],
        [ADDRESS, 200],
      ]),
    ).toEqual([0, 0]);
  });

  it('forgets the oldest before a flood of made-up logins fills the memory', () => {
    const window = new AttemptWindow(clock, 900);
    window.count([['first', 1]]);
    for (let number = 0; number < 50_000; number += 1) window.count([[`made.up.${number}`, 1]]);
    expect([window.count([['made.up.49999', 1]]), window.count([['first', 1]])]).toEqual([[900], [0]]);
  });
});
