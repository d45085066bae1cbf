import type { RoleCatalogue } from '#libs/identity';
import type { LawBook } from '../../definitions/law.book.js';
import type { Titles } from './change.js';

/** Titles of config/roles.yaml and config/law; a relation has no title but its name. */
export function titlesOf(roles: Pick<RoleCatalogue, 'titleOf'>, laws: Pick<LawBook, 'cite'>): Titles {
  return {
    party: ({ organisation, role }) => {
      const { zh, en } = roles.titleOf(role);
      return { zh: `${organisation}的${zh}`, en: `${en} of ${organisation}` };
    },
    law: (reference) => ({ zh: laws.cite(reference), en: laws.cite(reference, 'en') }),
  };
}
