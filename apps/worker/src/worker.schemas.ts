import { deadlinesSchema } from '#libs/deadlines';
import { disclosureSchema } from '#libs/disclosure';
import { engineSchema } from '#libs/engine';
import { identitySchema } from '#libs/identity';
import type { LibrarySchema } from '#libs/platform';
import { projectsSchema } from '#libs/projects';
import { applicationSchema } from '#libs/stages/application';
import { budgetingSchema } from '#libs/stages/budgeting';
import { evaluationSchema } from '#libs/stages/evaluation';
import { monitoringSchema } from '#libs/stages/monitoring';
import { procurementSchema } from '#libs/stages/procurement';

/** Tables of all libraries, the lowest floor first. */
export const schemas: readonly LibrarySchema[] = [
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
