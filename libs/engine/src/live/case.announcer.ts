import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { REDIS, RedisConfig } from '#libs/platform';
import type { Redis } from 'ioredis';
import { RootQueue } from '../commands/root.queue.js';

/** Tells whoever is looking that a case has changed. A hint only: lost where Redis is away, and nothing waits for it. */
@Injectable()
export class CaseAnnouncer implements OnModuleInit {
  constructor(
    private readonly queue: RootQueue,
    @Inject(REDIS) private readonly redis: Redis,
    private readonly config: RedisConfig,
  ) {}

  onModuleInit(): void {
    const channel = `${this.config.prefix}.case-changed`;
    this.queue.onDone((rootId) => {
      if (this.redis.status === 'ready') void this.redis.publish(channel, String(rootId)).catch(() => undefined);
    });
  }
}
