import { deadlinesSchema } from '#libs/deadlines';
import { engineSchema } from '#libs/engine';
import { identitySchema } from '#libs/identity';
import type { LibrarySchema } from '#libs/platform';
import { projectsSchema } from '#libs/projects';
import { monitoringSchema } from '#libs/stages/monitoring';
import { procurementSchema } from '#libs/stages/procurement';

/** Tables of all libraries, the lowest floor first. */
export const schemas: readonly LibrarySchema[] = [
  identitySchema,
  engineSchema,
  deadlinesSchema,
  projectsSchema,
  procurementSchema,
  monitoringSchema,
];
