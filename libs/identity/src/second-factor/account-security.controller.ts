import { Controller, Delete, HttpCode, Param } from '@nestjs/common';
import { ApiBearerAuth, ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RecordIdPipe } from '#libs/platform';
import { OwnAccountError, UnknownUserError } from '../credentials/credential.error.js';
import type { UserRecord } from '../organisations/directory.records.js';
import { OrganisationDirectory } from '../organisations/organisation.directory.js';
import type { Caller } from '../session/caller.js';
import { CurrentCaller } from '../session/current-caller.decorator.js';
import { LoginLimiter } from '../session/login.limiter.js';
import { Requires } from '../session/requires.decorator.js';
import { SecondFactorService } from './second-factor.service.js';

/**
 * What the security administrator alone does. Whoever may issue reset codes may not take a second factor away: nobody
 * alone can take over the account of another administrator.
 */
@ApiTags('users')
@ApiBearerAuth()
@Requires('identity.security')
@Controller('users/:id')
export class AccountSecurityController {
  constructor(
    private readonly directory: OrganisationDirectory,
    private readonly factors: SecondFactorService,
    private readonly limiter: LoginLimiter,
  ) {}

  @Delete('second-factor')
  @HttpCode(204)
  @ApiOperation({ summary: '解除用户的动态口令', description: 'For a user who lost phone and recovery codes' })
  @ApiNoContentResponse()
  async removeSecondFactor(@CurrentCaller() caller: Caller, @Param('id', RecordIdPipe) id: number): Promise<void> {
    await this.factors.drop(this.other(caller, id).id);
  }

  @Delete('lockout')
  @HttpCode(204)
  @ApiOperation({ summary: '解除登录锁定', description: 'Failures of the login are forgotten' })
  @ApiNoContentResponse()
  async unlock(@CurrentCaller() caller: Caller, @Param('id', RecordIdPipe) id: number): Promise<void> {
    await this.limiter.unlock(this.other(caller, id).login);
  }

  private other(caller: Caller, id: number): UserRecord {
    if (caller.userId === id) throw new OwnAccountError();
    const user = this.directory.user(id);
    if (!user) throw new UnknownUserError();
    return user;
  }
}
