import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { BusinessClock, LOGGER } from '#libs/platform';
import type { Logger } from 'pino';
import { AlarmMirror } from '../alarms/alarm.mirror.js';
import { AlarmProcessor } from '../alarms/alarm.processor.js';
import { OutboxRelay } from '../relay/outbox.relay.js';
import { Sweeper } from '../sweeping/sweeper.js';
import { Loop, type Round } from './loop.js';

const RETRY_MS = 1000;

/** Starts the loops of the worker and stops them in good order. */
@Injectable()
export class DeadlineRunner implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly loops: readonly Loop[];
  private readonly mirrorLoop: Loop;
  private stopListening: () => void = () => undefined;

  constructor(
    mirror: AlarmMirror,
    sweeper: Sweeper,
    relay: OutboxRelay,
    private readonly processor: AlarmProcessor,
    private readonly clock: BusinessClock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    this.mirrorLoop = this.loop('mirror', () => mirror.round());
    const sweeps = this.loop('sweeper', () => sweeper.round());
    this.loops = [this.mirrorLoop, sweeps, this.loop('relay', () => relay.round())];
  }

  onApplicationBootstrap(): void {
    this.stopListening = this.clock.onChange(() => this.mirrorLoop.wake());
    this.processor.start();
    for (const loop of this.loops) loop.start();
  }

  async onModuleDestroy(): Promise<void> {
    this.stopListening();
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
