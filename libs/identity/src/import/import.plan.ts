import type { OrganisationDraft } from '../administration/organisation.writer.js';
import type { ImportProblem } from './import.problem.js';

export interface PlannedOrganisation extends OrganisationDraft {
  readonly row: number;
}

export interface PlannedUser {
  readonly row: number;
  readonly login: string;
  readonly name: string;
  readonly creditCode: string;
  readonly roles: readonly string[];
  readonly email: string | null;
  readonly phone: string | null;
  readonly idNumber: string | null;
}

/** What an import would write, and what stands in the way. */
export interface ImportPlan {
  readonly organisations: readonly PlannedOrganisation[];
  readonly users: readonly PlannedUser[];
  readonly problems: readonly ImportProblem[];
  /** Rows that are not empty. */
  readonly rowCount: number;
}
