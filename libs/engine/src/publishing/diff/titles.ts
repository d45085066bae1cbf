import type { RoleCatalogue } from '#libs/identity';
import type { Titles } from './change.js';

/** Titles of config/roles.yaml; a relation has no title but its name. */
export function titlesOf(roles: Pick<RoleCatalogue, 'titleOf'>): Titles {
  return {
    party: ({ organisation, role }) => {
      const { zh, en } = roles.titleOf(role);
      return { zh: `${organisation}的${zh}`, en: `${en} of ${organisation}` };
    },
  };
}
