import { AccountDuties } from './credentials/account.duties.js';
import { AccountReach } from './credentials/account.reach.js';
import { AccountSupport } from './credentials/account.support.js';
import { OwnPassword } from './credentials/own.password.js';
import { PasswordChanger } from './credentials/password.changer.js';
import { PasswordController } from './credentials/password.controller.js';
import { PasswordResetter } from './credentials/password.resetter.js';
import { PasswordRules } from './credentials/password.rules.js';
import { PasswordStore } from './credentials/password.store.js';
import { ResetCodeIssuer } from './credentials/reset-code.issuer.js';
import { SecretDigest } from './credentials/secret.digest.js';
import { UserSupportController } from './credentials/user-support.controller.js';
import { LogSealer } from './log-seals/log.sealer.js';
import { SealVerifier } from './log-seals/seal.verifier.js';
import { LoginLogController } from './login-log/login-log.controller.js';
import { LoginLogReader } from './login-log/login-log.reader.js';
import { AccountSecurity } from './second-factor/account.security.js';
import { AccountSecurityController } from './second-factor/account-security.controller.js';
import { RecoveryCodes } from './second-factor/recovery.codes.js';
import { SecondFactorChecker } from './second-factor/second-factor.checker.js';
import { SecondFactorController } from './second-factor/second-factor.controller.js';
import { SecondFactorService } from './second-factor/second-factor.service.js';
import { AccessTokenSigner } from './session/access-token.signer.js';
import { Entrance } from './session/entrance.js';
import { LoginGate } from './session/login.gate.js';
import { LoginJournal } from './session/login.journal.js';
import { LoginLimiter } from './session/login.limiter.js';
import { LoginService } from './session/login.service.js';
import { MePresenter } from './session/me.presenter.js';
import { MySessionsController } from './session/my-sessions.controller.js';
import { RevokedFamilies } from './session/revoked.families.js';
import { SessionController } from './session/session.controller.js';
import { SessionRegister } from './session/session.register.js';
import { SessionStore } from './session/session.store.js';
import { TokenIssuer } from './session/token.issuer.js';
import { IssuerClient } from './single-sign-on/issuer.client.js';
import { SignInCookies } from './single-sign-on/sign-in.cookies.js';
import { SignInMemory } from './single-sign-on/sign-in.memory.js';
import { SignInRoundTrip } from './single-sign-on/sign-in.round-trip.js';
import { SignInTickets } from './single-sign-on/sign-in.tickets.js';
import { SingleSignOnController } from './single-sign-on/single-sign-on.controller.js';
import { SingleSignOnService } from './single-sign-on/single-sign-on.service.js';

/** Who gets in, and how: passwords, second factors, single sign-on, sessions and the login log. */
export const ACCOUNT_PROVIDERS = [
  AccessTokenSigner,
  AccountDuties,
  AccountReach,
  AccountSecurity,
  AccountSupport,
  Entrance,
  IssuerClient,
  LogSealer,
  LoginGate,
  LoginJournal,
  LoginLimiter,
  LoginLogReader,
  LoginService,
  MePresenter,
  OwnPassword,
  PasswordChanger,
  PasswordResetter,
  PasswordRules,
  PasswordStore,
  RecoveryCodes,
  ResetCodeIssuer,
  RevokedFamilies,
  SealVerifier,
  SecondFactorChecker,
  SecondFactorService,
  SecretDigest,
  SessionRegister,
  SessionStore,
  SignInCookies,
  SignInMemory,
  SignInRoundTrip,
  SignInTickets,
  SingleSignOnService,
  TokenIssuer,
];

export const ACCOUNT_CONTROLLERS = [
  AccountSecurityController,
  LoginLogController,
  MySessionsController,
  PasswordController,
  SecondFactorController,
  SessionController,
  SingleSignOnController,
  UserSupportController,
];
