import { AccountDocumentStore } from './account-requests/account-document.store.js';
import { AccountEstablisher } from './account-requests/account.establisher.js';
import { AccountRequestDesk } from './account-requests/account-request.desk.js';
import { AccountRequestReader } from './account-requests/account-request.reader.js';
import { AccountRequestReviewer } from './account-requests/account-request.reviewer.js';
import { AccountRequestRules } from './account-requests/account-request.rules.js';
import { AccountRequestsController } from './account-requests/account-requests.controller.js';
import { AccountReviewsController } from './account-requests/account-reviews.controller.js';
import { RequestLimiter } from './account-requests/request.limiter.js';
import { AccountOpener } from './administration/account.opener.js';
import { OrganisationAdministrator } from './administration/organisation.administrator.js';
import { OrganisationReader } from './administration/organisation.reader.js';
import { OrganisationWriter } from './administration/organisation.writer.js';
import { OrganisationsController } from './administration/organisations.controller.js';
import { RoleGranter } from './administration/role.granter.js';
import { RoleRequestReader } from './administration/role-request.reader.js';
import { RoleRequests } from './administration/role.requests.js';
import { RoleRules } from './administration/role.rules.js';
import { RolesController } from './administration/roles.controller.js';
import { UserAdministrator } from './administration/user.administrator.js';
import { UserReader } from './administration/user.reader.js';
import { UserWriter } from './administration/user.writer.js';
import { UsersController } from './administration/users.controller.js';
import { DirectoryImporter } from './import/directory.importer.js';
import { ImportRows } from './import/import.rows.js';
import { ImportWriter } from './import/import.writer.js';
import { ImportsController } from './import/imports.controller.js';
import { OrganisationPlanner } from './import/organisation.planner.js';
import { TemplateMaker } from './import/template.maker.js';
import { UserPlanner } from './import/user.planner.js';
import { OperationJournal } from './operation-log/operation.journal.js';
import { OperationLogController } from './operation-log/operation-log.controller.js';
import { OperationLogReader } from './operation-log/operation-log.reader.js';
import { UnmaskingJournal } from './operation-log/unmasking.journal.js';
import { UserNumbers } from './personal-data/user.numbers.js';
import { UserUnmasker } from './personal-data/user.unmasker.js';

/** Organisations, users and their roles in the hands of three administrators, and the logs of what these do. */
export const ADMINISTRATION_PROVIDERS = [
  AccountDocumentStore,
  AccountEstablisher,
  AccountOpener,
  AccountRequestDesk,
  AccountRequestReader,
  AccountRequestReviewer,
  AccountRequestRules,
  DirectoryImporter,
  ImportRows,
  ImportWriter,
  OperationJournal,
  OperationLogReader,
  OrganisationAdministrator,
  OrganisationPlanner,
  OrganisationReader,
  OrganisationWriter,
  RequestLimiter,
  RoleGranter,
  RoleRequestReader,
  RoleRequests,
  RoleRules,
  TemplateMaker,
  UnmaskingJournal,
  UserAdministrator,
  UserNumbers,
  UserPlanner,
  UserReader,
  UserUnmasker,
  UserWriter,
];

export const ADMINISTRATION_CONTROLLERS = [
  AccountRequestsController,
  AccountReviewsController,
  ImportsController,
  OperationLogController,
  OrganisationsController,
  RolesController,
  UsersController,
];
