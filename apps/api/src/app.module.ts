import { Module } from '@nestjs/common';
import { DeadlinesModule } from '#libs/deadlines';
import { EngineModule } from '#libs/engine';
import { IdentityModule } from '#libs/identity';
import { PlatformModule } from '#libs/platform';
import { ProjectsModule } from '#libs/projects';
import { MonitoringModule } from '#libs/stages/monitoring';
import { ProcurementModule } from '#libs/stages/procurement';
import { AboutController } from './about/about.controller.js';
import { schemas } from './app.schemas.js';
import { ClockController } from './clock/clock.controller.js';
import { HealthController } from './health/health.controller.js';
import { MetricsController } from './health/metrics.controller.js';
import { CaseFeed } from './live/case-feed.js';
import { LiveController } from './live/live.controller.js';

@Module({
  imports: [
    PlatformModule.forRoot(schemas),
    IdentityModule,
    EngineModule,
    DeadlinesModule,
    ProjectsModule,
    ProcurementModule,
    MonitoringModule,
  ],
  controllers: [AboutController, ClockController, HealthController, LiveController, MetricsController],
  providers: [CaseFeed],
})
export class AppModule {}
