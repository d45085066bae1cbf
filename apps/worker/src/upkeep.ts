import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { IdempotencyCleaner, StallDetector } from '#libs/engine';
import { HealthRegistry, LOGGER } from '#libs/platform';
import type { Logger } from 'pino';

const PERIOD_MS = 60 * 60 * 1000;

/** Hourly: old idempotency keys go. On every look at health: nothing may wait for nobody. */
@Injectable()
export class Upkeep implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly cleaner: IdempotencyCleaner,
    private readonly stalls: StallDetector,
    private readonly health: HealthRegistry,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.health.register('stalls', async () => {
      const { idleCases, orphanTasks } = await this.stalls.detect();
      const isWell = idleCases.length + orphanTasks.length === 0;
      return { status: isWell ? 'ok' : 'degraded', detail: JSON.stringify({ idleCases, orphanTasks }) };
    });
    this.timer = setInterval(() => void this.clean(), PERIOD_MS);
    this.timer.unref();
  }

  onModuleDestroy(): void {
    if (this.timer) clearInterval(this.timer);
  }

  private async clean(): Promise<void> {
    try {
      const removed = await this.cleaner.clean();
      if (removed > 0) this.logger.info({ removed }, 'old idempotency keys removed');
    } catch (error) {
      this.logger.warn({ err: error }, 'upkeep failed; the next round tries again');
    }
  }
}
