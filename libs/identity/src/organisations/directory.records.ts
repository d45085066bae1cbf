import type { UserStatus } from '../users/user.entity.js';
import type { OrganisationStatus } from './organisation.entity.js';

/** An organisation as other libraries see it. */
export interface OrganisationRecord {
  readonly id: number;
  readonly creditCode: string;
  readonly name: string;
  readonly kind: string;
  readonly divisionCode: string;
  readonly status: OrganisationStatus;
  readonly isDemo: boolean;
}

/** A user as other libraries see it: never with the password. */
export interface UserRecord {
  readonly id: number;
  readonly login: string;
  readonly name: string;
  readonly email: string | null;
  readonly organisationId: number;
  readonly roles: readonly string[];
  readonly status: UserStatus;
  readonly isDemo: boolean;
}
