import { Environment } from './environment.js';

/** The alarm clock: holds nothing that MySQL does not hold. */
export class RedisConfig {
  /** SANSHE_REDIS_URL: Redis 7 or later with maxmemory-policy noeviction. */
  readonly url: string;
  /** SANSHE_REDIS_PREFIX: prefix of all keys, so that several installations may share one Redis. */
  readonly prefix: string;

  constructor(environment: Environment = new Environment()) {
    this.url = environment.url('SANSHE_REDIS_URL');
    this.prefix = environment.text('SANSHE_REDIS_PREFIX', 'sanshe');
  }
}
