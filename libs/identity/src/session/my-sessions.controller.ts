import { Controller, Delete, Get, HttpCode, Param, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RecordIdPipe } from '#libs/platform';
import type { FastifyRequest } from 'fastify';
import { SignedIn } from '../access/signed-in.decorator.js';
import type { Caller } from './caller.js';
import { CurrentCaller } from './current-caller.decorator.js';
import { EndedSessionsView, OpenSessionView } from './open-session.view.js';
import { originOf } from './origin.js';
import { SessionRegister } from './session.register.js';

@ApiTags('sessions')
@ApiBearerAuth()
@SignedIn()
@Controller('sessions')
export class MySessionsController {
  constructor(private readonly register: SessionRegister) {}

  @Get()
  @ApiOperation({ summary: '我的登录会话', description: 'Logins of the caller that are not over' })
  @ApiOkResponse({ type: [OpenSessionView] })
  list(@CurrentCaller() { userId, sessionFamily }: Caller): Promise<OpenSessionView[]> {
    return this.register.list(userId, sessionFamily);
  }

  @Delete('others')
  @ApiOperation({ summary: '退出其他登录', description: 'End all logins of the caller but this one' })
  @ApiOkResponse({ type: EndedSessionsView })
  async endOthers(@CurrentCaller() caller: Caller, @Req() request: FastifyRequest): Promise<EndedSessionsView> {
    return { ended: await this.register.endAll(caller.userId, originOf(request), { except: caller.sessionFamily }) };
  }

  @Delete(':family')
  @HttpCode(204)
  @ApiOperation({ summary: '退出一个登录', description: 'End one login of the caller' })
  @ApiNoContentResponse()
  async endOne(
    @CurrentCaller() { userId }: Caller,
    @Param('family', RecordIdPipe) family: number,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    await this.register.endOne(userId, family, originOf(request));
  }
}
