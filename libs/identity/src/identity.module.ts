import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { RouteInventory } from './access/route.inventory.js';
import { ACCOUNT_CONTROLLERS, ACCOUNT_PROVIDERS } from './account.providers.js';
import { ADMINISTRATION_CONTROLLERS, ADMINISTRATION_PROVIDERS } from './administration.providers.js';
import { ResetCodeIssuer } from './credentials/reset-code.issuer.js';
import { DelegationBook } from './delegations/delegation.book.js';
import { DelegationController } from './delegations/delegation.controller.js';
import { DelegationPolicy } from './delegations/delegation.policy.js';
import { DelegationPresenter } from './delegations/delegation.presenter.js';
import { DelegationRules } from './delegations/delegation.rules.js';
import { DelegationService } from './delegations/delegation.service.js';
import { ColleaguesController } from './directory/colleagues.controller.js';
import { DirectoryController } from './directory/directory.controller.js';
import { DivisionTree } from './divisions/division.tree.js';
import { AccountReach } from './credentials/account.reach.js';
import { LogSealer } from './log-seals/log.sealer.js';
import { SealVerifier } from './log-seals/seal.verifier.js';
import { OperationJournal } from './operation-log/operation.journal.js';
import { UnmaskingJournal } from './operation-log/unmasking.journal.js';
import { OrganisationDirectory } from './organisations/organisation.directory.js';
import { RefusalController } from './refusals/refusal.controller.js';
import { RefusalJournal } from './refusals/refusal.journal.js';
import { RefusalReader } from './refusals/refusal.reader.js';
import { RelationResolver } from './organisations/relation.resolver.js';
import { PhoneBook } from './personal-data/phone.book.js';
import { RoleCatalogue } from './roles/role.catalogue.js';
import { AccessTokenVerifier } from './session/access-token.verifier.js';
import { CallerBook } from './session/caller.book.js';
import { IdentityGuard } from './session/identity.guard.js';
import { PasswordHasher } from './session/password.hasher.js';
import { SessionService } from './session/session.service.js';

const OPEN = [
  AccessTokenVerifier,
  CallerBook,
  DelegationBook,
  DivisionTree,
  IdentityGuard,
  OrganisationDirectory,
  PasswordHasher,
  RefusalJournal,
  RelationResolver,
  RoleCatalogue,
  RouteInventory,
  SessionService,
];

const DELEGATION = [DelegationPolicy, DelegationPresenter, DelegationRules, DelegationService, RefusalReader];

/** Divisions, organisations, users, roles and logins for every process. */
@Global()
@Module({
  imports: [DiscoveryModule],
  controllers: [
    RefusalController,
    DelegationController,
    DirectoryController,
    ColleaguesController,
    ...ACCOUNT_CONTROLLERS,
    ...ADMINISTRATION_CONTROLLERS,
  ],
  providers: [...OPEN, ...ACCOUNT_PROVIDERS, ...ADMINISTRATION_PROVIDERS, ...DELEGATION, PhoneBook],
  exports: [
    ...OPEN,
    AccountReach,
    PhoneBook,
    OperationJournal,
    UnmaskingJournal,
    LogSealer,
    SealVerifier,
    ResetCodeIssuer,
  ],
})
export class IdentityModule {}
