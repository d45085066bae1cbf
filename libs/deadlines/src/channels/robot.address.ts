import type { OrganisationRecord } from '#libs/identity';

/** Key of a robot that speaks for all organisations that have none of their own. */
const ANY = '*';

/** Address of the robot in an organisation's group; null without one. */
export function robotOf(
  robots: ReadonlyMap<string, string>,
  organisation: Pick<OrganisationRecord, 'creditCode'> | null,
): string | null {
  return (organisation ? robots.get(organisation.creditCode) : undefined) ?? robots.get(ANY) ?? null;
}
