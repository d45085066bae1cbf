import type { LibrarySchema } from '#libs/platform';
import { Division } from './divisions/division.entity.js';
import { CreateIdentity1767225610000 } from './migrations/1767225610000-create-identity.migration.js';
import { Organisation } from './organisations/organisation.entity.js';
import { LoginLog } from './session/login-log.entity.js';
import { Session } from './session/session.entity.js';
import { User } from './users/user.entity.js';
import { UserRole } from './users/user-role.entity.js';

/** The tables of identity. */
export const identitySchema: LibrarySchema = {
  entities: [Division, Organisation, User, UserRole, Session, LoginLog],
  migrations: [CreateIdentity1767225610000],
  appendOnly: ['identity_login_log'],
};
