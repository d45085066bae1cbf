import { Body, Controller, Delete, HttpCode, Post, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { SignedIn } from '../access/signed-in.decorator.js';
import type { Caller } from './caller.js';
import { CurrentCaller } from './current-caller.decorator.js';
import { DuringDuty } from './during-duty.decorator.js';
import { LoginDto } from './login.dto.js';
import { LoginService } from './login.service.js';
import { MePresenter } from './me.presenter.js';
import { originOf } from './origin.js';
import { Public } from './public.decorator.js';
import { RefreshDto } from './refresh.dto.js';
import { SessionService } from './session.service.js';
import { TokensView } from './session.view.js';

@ApiTags('sessions')
@Controller('sessions')
export class SessionController {
  constructor(
    private readonly logins: LoginService,
    private readonly sessions: SessionService,
    private readonly presenter: MePresenter,
  ) {}

  @Post()
  @Public()
  @HttpCode(200)
  @ApiOperation({ summary: '登录', description: 'Log in with login, password and, where the account has one, a code' })
  @ApiOkResponse({ type: TokensView })
  async login(@Body() credentials: LoginDto, @Req() request: FastifyRequest): Promise<TokensView> {
    return this.presenter.tokens(await this.logins.login(credentials, originOf(request)));
  }

  @Post('refresh')
  @Public()
  @HttpCode(200)
  @ApiOperation({ summary: '刷新登录凭证', description: 'Exchange a refresh token for its successor' })
  @ApiOkResponse({ type: TokensView })
  async refresh(@Body() { refreshToken }: RefreshDto, @Req() request: FastifyRequest): Promise<TokensView> {
    return this.presenter.tokens(await this.sessions.refresh(refreshToken, originOf(request)));
  }

  @Delete('current')
  @SignedIn()
  @DuringDuty()
  @HttpCode(204)
  @ApiBearerAuth()
  @ApiOperation({ summary: '退出登录', description: 'End this login: its tokens stop' })
  @ApiNoContentResponse()
  async logout(@CurrentCaller() caller: Caller, @Req() request: FastifyRequest): Promise<void> {
    await this.sessions.close(caller, originOf(request));
  }
}
