import { Controller, Delete, HttpCode, Param, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RecordIdPipe } from '#libs/platform';
import type { FastifyRequest } from 'fastify';
import { deedOf } from '../operation-log/deed.js';
import type { Caller } from '../session/caller.js';
import { CurrentCaller } from '../session/current-caller.decorator.js';
import { Requires } from '../session/requires.decorator.js';
import { AccountSecurity } from './account.security.js';

/**
 * What the security administrator alone does. Whoever may issue reset codes may not take a second factor away: nobody
 * alone can take over the account of another administrator.
 */
@ApiTags('users')
@ApiBearerAuth()
@Requires('identity.security')
@Controller('users/:id')
export class AccountSecurityController {
  constructor(private readonly security: AccountSecurity) {}

  @Delete('second-factor')
  @HttpCode(204)
  @ApiOperation({ summary: '解除用户的动态口令', description: 'For a user who lost phone and recovery codes' })
  @ApiNoContentResponse()
  async removeSecondFactor(
    @CurrentCaller() caller: Caller,
    @Param('id', RecordIdPipe) id: number,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    await this.security.removeSecondFactor(deedOf(caller, request), id);
  }

  @Delete('lockout')
  @HttpCode(204)
  @ApiOperation({ summary: '解除登录锁定', description: 'Failures of the login are forgotten' })
  @ApiNoContentResponse()
  async unlock(
    @CurrentCaller() caller: Caller,
    @Param('id', RecordIdPipe) id: number,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    await this.security.unlock(deedOf(caller, request), id);
  }
}
