import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { LOGGER } from '#libs/platform';
import type { Logger } from 'pino';
import { ChannelBook } from '../channels/channel.book.js';
import { Loop, type Round } from '../running/loop.js';
import { DigestComposer } from './digest.composer.js';
import { SendingRelay } from './sending.relay.js';

const RETRY_MS = 1000;

/** One loop that composes digests, and one for each channel that is on: none waits for another. */
@Injectable()
export class SendingRunner implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly loops: readonly Loop[];

  constructor(
    composer: DigestComposer,
    relay: SendingRelay,
    channels: ChannelBook,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    const senders = channels.on.map((channel) => this.loop(`send ${channel.name}`, () => relay.round(channel)));
    this.loops = [this.loop('digests', () => composer.round()), ...senders];
  }

  onApplicationBootstrap(): void {
    for (const loop of this.loops) loop.start();
  }

  async onModuleDestroy(): Promise<void> {
    await Promise.all(this.loops.map((loop) => loop.stop()));
  }

  private loop(name: string, round: Round): Loop {
    return new Loop({
      round,
      onError: (error) => this.logger.error({ err: error, loop: name }, 'round failed'),
      retryMs: RETRY_MS,
    });
  }
}
