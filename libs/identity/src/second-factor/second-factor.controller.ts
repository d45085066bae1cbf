import { Body, Controller, Get, HttpCode, Post, Req } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { SignedIn } from '../access/signed-in.decorator.js';
import { OwnPassword } from '../credentials/own.password.js';
import { OrganisationDirectory } from '../organisations/organisation.directory.js';
import type { Caller } from '../session/caller.js';
import { CurrentCaller } from '../session/current-caller.decorator.js';
import { DuringDuty } from '../session/during-duty.decorator.js';
import { originOf } from '../session/origin.js';
import { SessionEndedError } from '../session/session.error.js';
import { ConfirmedByPasswordDto, ConfirmSecondFactorDto } from './second-factor.dto.js';
import { SecondFactorService } from './second-factor.service.js';
import { EnrolmentView, RecoveryCodesView, SecondFactorView } from './second-factor.view.js';

@ApiTags('account')
@ApiBearerAuth()
@SignedIn()
@DuringDuty()
@Controller('me/second-factor')
export class SecondFactorController {
  constructor(
    private readonly factors: SecondFactorService,
    private readonly own: OwnPassword,
    private readonly directory: OrganisationDirectory,
  ) {}

  @Get()
  @ApiOperation({ summary: '双因素登录状态', description: 'Whether logins ask for a code' })
  @ApiOkResponse({ type: SecondFactorView })
  read(@CurrentCaller() caller: Caller): Promise<SecondFactorView> {
    const user = this.directory.user(caller.userId);
    if (!user) throw new SessionEndedError();
    return this.factors.describe(user);
  }

  @Post()
  @ApiOperation({ summary: '绑定动态口令', description: 'A secret for the authenticator; a first code proves it' })
  @ApiCreatedResponse({ type: EnrolmentView })
  async begin(
    @CurrentCaller() caller: Caller,
    @Body() { password }: ConfirmedByPasswordDto,
    @Req() request: FastifyRequest,
  ): Promise<EnrolmentView> {
    return this.factors.begin(await this.own.confirm(caller, password, originOf(request)));
  }

  @Post('confirmation')
  @HttpCode(200)
  @ApiOperation({ summary: '确认绑定', description: 'From now on logins ask for a code' })
  @ApiOkResponse({ type: RecoveryCodesView })
  async confirm(
    @CurrentCaller() { userId }: Caller,
    @Body() { code }: ConfirmSecondFactorDto,
  ): Promise<RecoveryCodesView> {
    return { recoveryCodes: await this.factors.confirm(userId, code) };
  }

  @Post('recovery-codes')
  @ApiOperation({ summary: '重新生成恢复码', description: 'New recovery codes; earlier ones end' })
  @ApiCreatedResponse({ type: RecoveryCodesView })
  async renew(
    @CurrentCaller() caller: Caller,
    @Body() { password }: ConfirmedByPasswordDto,
    @Req() request: FastifyRequest,
  ): Promise<RecoveryCodesView> {
    const { id } = await this.own.confirm(caller, password, originOf(request));
    return { recoveryCodes: await this.factors.renewRecoveryCodes(id) };
  }

  @Post('removal')
  @HttpCode(204)
  @ApiOperation({ summary: '解除动态口令', description: 'Logins ask for no code any more' })
  @ApiNoContentResponse()
  async remove(
    @CurrentCaller() caller: Caller,
    @Body() { password }: ConfirmedByPasswordDto,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    await this.factors.remove(await this.own.confirm(caller, password, originOf(request)));
  }
}
