import type { Staffing } from '#libs/kernel';
import { demoOrganisations, staffingAmong } from './staffed.organisation.js';

/** Who could do the tasks of a process among the organisations of the demo data. Undefined where there are none. */
export function demoStaffing(configDir: string, relations: readonly string[]): Staffing | undefined {
  const organisations = demoOrganisations(configDir);
  return organisations.length === 0 ? undefined : staffingAmong(organisations, configDir, relations);
}
