import { Body, Controller, Get, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SingleSignOnConfig } from '#libs/platform';
import { MePresenter } from '../session/me.presenter.js';
import { originOf } from '../session/origin.js';
import { Public } from '../session/public.decorator.js';
import { TokensView } from '../session/session.view.js';
import { SignInRoundTrip } from './sign-in.round-trip.js';
import { ExchangeTicketDto, StartSignInQuery } from './single-sign-on.dto.js';
import { SingleSignOnView } from './single-sign-on.view.js';

/** 单点登录: the browser goes to the issuer and comes back; then the page exchanges its ticket for tokens. */
@ApiTags('single-sign-on')
@Public()
@Controller('single-sign-on')
export class SingleSignOnController {
  constructor(
    private readonly trip: SignInRoundTrip,
    private readonly config: SingleSignOnConfig,
    private readonly presenter: MePresenter,
  ) {}

  @Get()
  @ApiOperation({ summary: '单点登录方式', description: 'Whether there is single sign-on' })
  @ApiOkResponse({ type: SingleSignOnView })
  read(): SingleSignOnView {
    return { title: this.config.issuer && this.config.title };
  }

  @Get('start')
  @ApiExcludeEndpoint()
  async start(
    @Query() { from }: StartSignInQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.trip.start(from, request, reply);
  }

  @Get('callback')
  @ApiExcludeEndpoint()
  async callback(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.trip.comeBack(request, reply);
  }

  @Post('session')
  @HttpCode(200)
  @ApiOperation({
    summary: '单点登录换取登录凭证',
    description: 'Exchange the ticket that the browser holds as a cookie, once',
  })
  @ApiOkResponse({ type: TokensView })
  async exchange(
    @Body() { code }: ExchangeTicketDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TokensView> {
    return this.presenter.tokens(await this.trip.exchange({ code, origin: originOf(request) }, request, reply));
  }
}
