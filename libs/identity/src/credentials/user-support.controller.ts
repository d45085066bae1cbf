import { Controller, Delete, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { RecordIdPipe } from '#libs/platform';
import type { FastifyRequest } from 'fastify';
import { deedOf } from '../operation-log/deed.js';
import type { Caller } from '../session/caller.js';
import { CurrentCaller } from '../session/current-caller.decorator.js';
import { EndedSessionsView, OpenSessionView } from '../session/open-session.view.js';
import { Requires } from '../session/requires.decorator.js';
import { SessionRegister } from '../session/session.register.js';
import { AccountReach } from './account.reach.js';
import { AccountSupport } from './account.support.js';
import { ResetCodeView } from './reset-code.view.js';

/** What an administrator of the own organisation, or of the superior's, does for somebody who cannot get in. */
@ApiTags('users')
@ApiBearerAuth()
@Requires('accounts.support')
@Controller('users/:id')
export class UserSupportController {
  constructor(
    private readonly reach: AccountReach,
    private readonly support: AccountSupport,
    private readonly register: SessionRegister,
  ) {}

  @Post('reset-codes')
  @ApiOperation({
    summary: '生成一次性重置码',
    description: 'A one-time code with which the user sets a new password; shown once, earlier ones end',
  })
  @ApiCreatedResponse({ type: ResetCodeView })
  issueResetCode(
    @CurrentCaller() caller: Caller,
    @Param('id', RecordIdPipe) id: number,
    @Req() request: FastifyRequest,
  ): Promise<ResetCodeView> {
    return this.support.issueResetCode(deedOf(caller, request), id);
  }

  @Post('password-demands')
  @HttpCode(204)
  @ApiOperation({
    summary: '要求修改密码',
    description: 'The user must choose another password at the next login; open logins end',
  })
  @ApiNoContentResponse()
  async demandChange(
    @CurrentCaller() caller: Caller,
    @Param('id', RecordIdPipe) id: number,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    await this.support.demandChange(deedOf(caller, request), id);
  }

  @Get('sessions')
  @ApiOperation({ summary: '用户的登录会话', description: 'Logins of a user that are not over' })
  @ApiOkResponse({ type: [OpenSessionView] })
  sessions(@CurrentCaller() caller: Caller, @Param('id', RecordIdPipe) id: number): Promise<OpenSessionView[]> {
    return this.register.list(this.reach.userFor(caller, id).id, caller.sessionFamily);
  }

  @Delete('sessions')
  @ApiOperation({ summary: '强制用户下线', description: 'End all logins of a user' })
  @ApiOkResponse({ type: EndedSessionsView })
  async endSessions(
    @CurrentCaller() caller: Caller,
    @Param('id', RecordIdPipe) id: number,
    @Req() request: FastifyRequest,
  ): Promise<EndedSessionsView> {
    return { ended: await this.support.endSessions(deedOf(caller, request), id) };
  }

  @Delete('sessions/:family')
  @HttpCode(204)
  @ApiOperation({ summary: '强制用户退出一个登录', description: 'End one login of a user' })
  @ApiNoContentResponse()
  async endSession(
    @CurrentCaller() caller: Caller,
    @Param('id', RecordIdPipe) id: number,
    @Param('family', RecordIdPipe) family: number,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    await this.support.endSession(deedOf(caller, request), id, family);
  }
}
