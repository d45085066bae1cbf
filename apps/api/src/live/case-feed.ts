import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { Redis } from 'ioredis';
import { Observable, Subject } from 'rxjs';
import { REDIS, RedisConfig } from '#libs/platform';

/** Says which cases have changed, whichever process changed them. A hint only: who hears it reads the rows. */
@Injectable()
export class CaseFeed implements OnModuleInit, OnModuleDestroy {
  private readonly changes = new Subject<number>();
  private subscriber: Redis | null = null;

  constructor(
    @Inject(REDIS) private readonly redis: Redis,
    private readonly config: RedisConfig,
  ) {}

  async onModuleInit(): Promise<void> {
    this.subscriber = this.redis.duplicate();
    this.subscriber.on('error', () => undefined);
    this.subscriber.on('message', (_channel, message) => this.hear(message));
    // Redis may be away at boot: the connection subscribes again by itself when it is back.
    void this.subscriber.subscribe(`${this.config.prefix}.case-changed`).catch(() => undefined);
  }

  /** Ends every open stream, so that the server can close. */
  onModuleDestroy(): void {
    this.changes.complete();
    this.subscriber?.disconnect();
  }

  get changed(): Observable<number> {
    return this.changes.asObservable();
  }

  private hear(message: string): void {
    const rootId = Number(message);
    if (Number.isSafeInteger(rootId)) this.changes.next(rootId);
  }
}
