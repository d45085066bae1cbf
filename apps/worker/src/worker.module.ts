import { Module } from '@nestjs/common';
import { DeadlinesWorkerModule } from '#libs/deadlines';
import { PlatformModule } from '#libs/platform';
import { DOMAIN_MODULES, SCHEMAS } from '../../domain.js';
import { HealthServer } from './health.server.js';
import { LogSealing } from './log-sealing.js';
import { Upkeep } from './upkeep.js';

/** Everything that fires deadlines and delivers messages; the stages are here because their effects run with a deadline. */
@Module({
  imports: [PlatformModule.forRoot(SCHEMAS), ...DOMAIN_MODULES, DeadlinesWorkerModule],
  providers: [HealthServer, LogSealing, Upkeep],
})
export class WorkerModule {}
