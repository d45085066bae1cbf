import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { RouteInventory } from './access/route.inventory.js';
import { DirectoryController } from './directory/directory.controller.js';
import { DivisionTree } from './divisions/division.tree.js';
import { OrganisationDirectory } from './organisations/organisation.directory.js';
import { RelationResolver } from './organisations/relation.resolver.js';
import { RoleCatalogue } from './roles/role.catalogue.js';
import { AccessTokenSigner } from './session/access-token.signer.js';
import { AccessTokenVerifier } from './session/access-token.verifier.js';
import { IdentityGuard } from './session/identity.guard.js';
import { LoginJournal } from './session/login.journal.js';
import { LoginLimiter } from './session/login.limiter.js';
import { LoginService } from './session/login.service.js';
import { MePresenter } from './session/me.presenter.js';
import { PasswordHasher } from './session/password.hasher.js';
import { SessionController } from './session/session.controller.js';
import { SessionService } from './session/session.service.js';
import { SessionStore } from './session/session.store.js';

const OPEN = [
  AccessTokenVerifier,
  DivisionTree,
  IdentityGuard,
  OrganisationDirectory,
  PasswordHasher,
  RelationResolver,
  RoleCatalogue,
  RouteInventory,
  SessionService,
];

/** Divisions, organisations, users, roles and logins for every process. */
@Global()
@Module({
  imports: [DiscoveryModule],
  controllers: [DirectoryController, SessionController],
  providers: [...OPEN, AccessTokenSigner, LoginJournal, LoginLimiter, LoginService, MePresenter, SessionStore],
  exports: OPEN,
})
export class IdentityModule {}
