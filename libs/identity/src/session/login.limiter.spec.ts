import { describe, expect, it } from '@jest/globals';
import { Environment, RedisConfig } from '#libs/platform';
import { Redis } from 'ioredis';
import { LoginLimiter } from './login.limiter.js';

describe('LoginLimiter', () => {
  it('keeps nobody out while Redis is away', async () => {
    const redis = new Redis({ lazyConnect: true });
    const limiter = new LoginLimiter(
      redis,
      new RedisConfig(new Environment({ SANSHE_REDIS_URL: 'redis://127.0.0.1:1' })),
    );
    for (let attempt = 0; attempt < 20; attempt += 1) await limiter.count('officer', '127.0.0.1');
    await limiter.forget('officer', '127.0.0.1');
    expect(redis.status).toBe('wait');
    redis.disconnect();
  });
});
