import { Body, Controller, Delete, HttpCode, Post, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { SignedIn } from '../access/signed-in.decorator.js';
import type { Caller } from './caller.js';
import { CurrentCaller } from './current-caller.decorator.js';
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
  @ApiOperation({ summary: '登录', description: 'Log in with login and password' })
  @ApiOkResponse({ type: TokensView })
  async login(@Body() { login, password }: LoginDto, @Req() request: FastifyRequest): Promise<TokensView> {
    return this.presenter.tokens(await this.logins.login(login, password, originOf(request)));
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
  @HttpCode(204)
  @ApiBearerAuth()
  @ApiOperation({ summary: '退出登录', description: 'Revoke every refresh token of this login' })
  @ApiNoContentResponse()
  async logout(@CurrentCaller() caller: Caller, @Req() request: FastifyRequest): Promise<void> {
    await this.sessions.close(caller, originOf(request));
  }
}
