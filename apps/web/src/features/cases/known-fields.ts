import type { FormData, JsonSchema, ProjectDetail } from '../../api/shapes.js';

/** What the project's record already says need not be typed again; the officer may change it in the form. */
export function knownFields(schema: JsonSchema, project: ProjectDetail | null): FormData {
  if (project === null) return {};
  const known: FormData = {
    township: project.townshipCode,
    village: project.villageCode,
    plannedAmount: project.plannedAmount > 0 ? project.plannedAmount : null,
    serviceFrom: project.serviceFrom,
    serviceTo: project.serviceTo,
  };
  const asked = Object.keys(typeof schema.properties === 'object' ? { ...schema.properties } : {});
  return Object.fromEntries(Object.entries(known).filter(([name, value]) => asked.includes(name) && value !== null));
}
