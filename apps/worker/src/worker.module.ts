import { Module } from '@nestjs/common';
import { deadlinesSchema, DeadlinesModule, DeadlinesWorkerModule } from '#libs/deadlines';
import { EngineModule, engineSchema } from '#libs/engine';
import { IdentityModule, identitySchema } from '#libs/identity';
import { PlatformModule } from '#libs/platform';
import { HealthServer } from './health.server.js';

const SCHEMAS = [identitySchema, engineSchema, deadlinesSchema];

/** Everything that fires deadlines and delivers messages; the stages are here because their effects run with a deadline. */
@Module({
  imports: [PlatformModule.forRoot(SCHEMAS), IdentityModule, DeadlinesModule, EngineModule, DeadlinesWorkerModule],
  providers: [HealthServer],
})
export class WorkerModule {}
