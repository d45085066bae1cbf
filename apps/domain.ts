import type { Type } from '@nestjs/common';
import { DeadlinesModule, deadlinesSchema } from '#libs/deadlines';
import { DisclosureModule, disclosureSchema } from '#libs/disclosure';
import { EngineModule, engineSchema } from '#libs/engine';
import { IdentityModule, identitySchema } from '#libs/identity';
import type { LibrarySchema } from '#libs/platform';
import { ProjectsModule, projectsSchema } from '#libs/projects';
import { ApplicationModule, applicationSchema } from '#libs/stages/application';
import { BudgetingModule, budgetingSchema } from '#libs/stages/budgeting';
import { EvaluationModule, evaluationSchema } from '#libs/stages/evaluation';
import { MonitoringModule, monitoringSchema } from '#libs/stages/monitoring';
import { ProcurementModule, procurementSchema } from '#libs/stages/procurement';

/** What each library brings to the database, the lowest floor first. */
export const SCHEMAS: readonly LibrarySchema[] = [
  identitySchema,
  engineSchema,
  deadlinesSchema,
  projectsSchema,
  applicationSchema,
  budgetingSchema,
  procurementSchema,
  monitoringSchema,
  evaluationSchema,
  disclosureSchema,
];

/** The whole domain: every process of Sanshe knows all of it, because any command may run any effect. */
export const DOMAIN_MODULES: readonly Type[] = [
  IdentityModule,
  EngineModule,
  DeadlinesModule,
  ProjectsModule,
  ApplicationModule,
  BudgetingModule,
  ProcurementModule,
  MonitoringModule,
  EvaluationModule,
  DisclosureModule,
];
