import { Module } from '@nestjs/common';
import { PlatformModule } from '#libs/platform';
import { DOMAIN_MODULES, SCHEMAS } from '../../domain.js';
import { AboutController } from './about/about.controller.js';
import { ClockController } from './clock/clock.controller.js';
import { HealthController } from './health/health.controller.js';
import { MetricsController } from './health/metrics.controller.js';
import { CaseFeed } from './live/case-feed.js';
import { LiveController } from './live/live.controller.js';
import { QueueBoardController } from './operations/queue-board.controller.js';

@Module({
  imports: [PlatformModule.forRoot(SCHEMAS), ...DOMAIN_MODULES],
  controllers: [
    AboutController,
    ClockController,
    HealthController,
    LiveController,
    MetricsController,
    QueueBoardController,
  ],
  providers: [CaseFeed],
})
export class AppModule {}
