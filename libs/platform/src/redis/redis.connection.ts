import { Redis } from 'ioredis';
import type { RedisConfig } from '../config/redis.config.js';

/** A connection that waits for Redis instead of failing the process: nothing in Redis is the truth. */
export function connectRedis(config: RedisConfig): Redis {
  const redis = new Redis(config.url, {
    maxRetriesPerRequest: null,
    enableOfflineQueue: true,
    // What is sent in one turn of the event loop goes out in one write.
    enableAutoPipelining: true,
    retryStrategy: (attempt) => Math.min(attempt * 100, 2000),
  });
  redis.on('error', () => undefined);
  return redis;
}
