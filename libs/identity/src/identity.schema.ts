import type { LibrarySchema } from '#libs/platform';
import { AccountDocument } from './account-requests/account-document.entity.js';
import { AccountRequest } from './account-requests/account-request.entity.js';
import { RoleRequest } from './administration/role-request.entity.js';
import { Credential } from './credentials/credential.entity.js';
import { PasswordHistory } from './credentials/password-history.entity.js';
import { ResetCode } from './credentials/reset-code.entity.js';
import { Division } from './divisions/division.entity.js';
import { LogSeal } from './log-seals/log-seal.entity.js';
import { CreateDelegation1767225650000 } from './migrations/1767225650000-create-delegation.migration.js';
import { CreateRefusal1767225660000 } from './migrations/1767225660000-create-refusal.migration.js';
import { CreateIdentity1767225610000 } from './migrations/1767225610000-create-identity.migration.js';
import { CreateCredentials1767226200000 } from './migrations/1767226200000-create-credentials.migration.js';
import { CreateAdministration1767226300000 } from './migrations/1767226300000-create-administration.migration.js';
import { OperationLog } from './operation-log/operation-log.entity.js';
import { UnmaskingLog } from './operation-log/unmasking-log.entity.js';
import { Organisation } from './organisations/organisation.entity.js';
import { SEALED_NUMBERS } from './personal-data/user.numbers.js';
import { RecoveryCode } from './second-factor/recovery-code.entity.js';
import { SEAL_CONTEXT, SecondFactor } from './second-factor/second-factor.entity.js';
import { LoginLog } from './session/login-log.entity.js';
import { Session } from './session/session.entity.js';
import { SignInTicket } from './single-sign-on/sign-in-ticket.entity.js';
import { User } from './users/user.entity.js';
import { UserRole } from './users/user-role.entity.js';

/** The tables of identity. */
export const identitySchema: LibrarySchema = {
  entities: [
    Division,
    Organisation,
    User,
    UserRole,
    Session,
    LoginLog,
    LogSeal,
    Credential,
    PasswordHistory,
    ResetCode,
    SecondFactor,
    RecoveryCode,
    SignInTicket,
    RoleRequest,
    AccountRequest,
    AccountDocument,
    OperationLog,
    UnmaskingLog,
  ],
  migrations: [
    CreateIdentity1767225610000,
    CreateDelegation1767225650000,
    CreateRefusal1767225660000,
    CreateCredentials1767226200000,
    CreateAdministration1767226300000,
  ],
  sealed: [
    { table: 'identity_second_factor', key: 'user_id', column: 'sealed_secret', context: SEAL_CONTEXT },
    ...SEALED_NUMBERS,
  ],
  appendOnly: [
    'identity_login_log',
    'identity_refusal',
    'identity_log_seal',
    'identity_operation_log',
    'identity_unmasking_log',
  ],
};
