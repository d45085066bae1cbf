import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { LogSealer } from '#libs/identity';
import { LOGGER } from '#libs/platform';
import type { Logger } from 'pino';

const PERIOD_MS = 60_000;

/** Seals what was added to the logs, every minute: whoever rewrites a line later than that is found out. */
@Injectable()
export class LogSealing implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly sealer: LogSealer,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.seal(), PERIOD_MS);
    this.timer.unref();
  }

  onModuleDestroy(): void {
    if (this.timer) clearInterval(this.timer);
  }

  private async seal(): Promise<void> {
    try {
      await this.sealer.sealAll();
    } catch (error) {
      this.logger.warn({ err: error }, 'the logs were not sealed; the next round tries again');
    }
  }
}
