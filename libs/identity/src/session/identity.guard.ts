import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ACCESS, type Access } from '../access/access.js';
import { UndeclaredAccessError } from '../access/access.error.js';
import { OrganisationDirectory } from '../organisations/organisation.directory.js';
import { AccessTokenVerifier } from './access-token.verifier.js';
import { type Caller, may } from './caller.js';
import type { IdentifiedRequest } from './current-caller.decorator.js';
import { DURING_DUTY } from './during-duty.decorator.js';
import { RevokedFamilies } from './revoked.families.js';
import {
  AccountDisabledError,
  AccountDutyError,
  NotLoggedInError,
  PermissionMissingError,
  SessionEndedError,
} from './session.error.js';

const SCHEME = 'Bearer ';

/** Lets nobody through without a valid token, except to public routes; sets `request.caller`. */
@Injectable()
export class IdentityGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly verifier: AccessTokenVerifier,
    private readonly directory: OrganisationDirectory,
    private readonly revoked: RevokedFamilies,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const route = [context.getHandler(), context.getClass()];
    const access = this.reflector.getAllAndOverride<Access | undefined>(ACCESS, route);
    if (!access) throw new UndeclaredAccessError([`${context.getClass().name}.${context.getHandler().name}`]);
    if (access.kind === 'public') return true;
    const request = context.switchToHttp().getRequest<IdentifiedRequest>();
    const caller = this.recognise(request);
    if (!this.reflector.getAllAndOverride<boolean | undefined>(DURING_DUTY, route)) assertNothingDue(caller);
    request.caller = caller;
    if (access.kind === 'permission' && !may(caller, access.permission))
      throw new PermissionMissingError(access.permission);
    return true;
  }

  /** The caller of a request that carries a token; also for routes that cannot use the guard. */
  identify(request: IdentifiedRequest): Caller {
    const caller = this.recognise(request);
    assertNothingDue(caller);
    return caller;
  }

  /** False as soon as the login of an open stream has ended, or its user may not log in any more. */
  stillHolds(caller: Caller): boolean {
    return !this.revoked.has(caller.sessionFamily) && this.directory.user(caller.userId)?.status === 'active';
  }

  private recognise(request: IdentifiedRequest): Caller {
    const { authorization } = request.headers;
    if (typeof authorization !== 'string' || !authorization.startsWith(SCHEME)) throw new NotLoggedInError('missing');
    const caller = this.verifier.verify(authorization.slice(SCHEME.length));
    // The token outlives the login and a change of the account by up to a quarter of an hour; these two do not.
    if (this.revoked.has(caller.sessionFamily)) throw new SessionEndedError();
    if (this.directory.user(caller.userId)?.status === 'disabled') throw new AccountDisabledError();
    return caller;
  }
}

function assertNothingDue({ duties: [duty] }: Caller): void {
  if (duty) throw new AccountDutyError(duty);
}
