import { Module } from '@nestjs/common';
import { DeadlinesModule, DeadlinesWorkerModule } from '#libs/deadlines';
import { DisclosureModule } from '#libs/disclosure';
import { EngineModule } from '#libs/engine';
import { IdentityModule } from '#libs/identity';
import { PlatformModule } from '#libs/platform';
import { ProjectsModule } from '#libs/projects';
import { ApplicationModule } from '#libs/stages/application';
import { BudgetingModule } from '#libs/stages/budgeting';
import { EvaluationModule } from '#libs/stages/evaluation';
import { MonitoringModule } from '#libs/stages/monitoring';
import { ProcurementModule } from '#libs/stages/procurement';
import { HealthServer } from './health.server.js';
import { schemas } from './worker.schemas.js';

/** Everything that fires deadlines and delivers messages; the stages are here because their effects run with a deadline. */
@Module({
  imports: [
    PlatformModule.forRoot(schemas),
    IdentityModule,
    EngineModule,
    DeadlinesModule,
    DeadlinesWorkerModule,
    ProjectsModule,
    ApplicationModule,
    BudgetingModule,
    ProcurementModule,
    MonitoringModule,
    EvaluationModule,
    DisclosureModule,
  ],
  providers: [HealthServer],
})
export class WorkerModule {}
