import { Body, Controller, Get, HttpCode, Post, Put, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { PasswordConfig } from '#libs/platform';
import { SignedIn } from '../access/signed-in.decorator.js';
import type { Caller } from '../session/caller.js';
import { CurrentCaller } from '../session/current-caller.decorator.js';
import { DuringDuty } from '../session/during-duty.decorator.js';
import { originOf } from '../session/origin.js';
import { Public } from '../session/public.decorator.js';
import { ChangePasswordDto, ResetPasswordDto } from './credential.dto.js';
import { PasswordChanger } from './password.changer.js';
import { PasswordPolicyView } from './password-policy.view.js';
import { PasswordResetter } from './password.resetter.js';

@ApiTags('account')
@Controller()
export class PasswordController {
  constructor(
    private readonly changer: PasswordChanger,
    private readonly resetter: PasswordResetter,
    private readonly config: PasswordConfig,
  ) {}

  @Get('password-policy')
  @Public()
  @ApiOperation({ summary: '密码策略', description: 'What a new password must be like' })
  @ApiOkResponse({ type: PasswordPolicyView })
  policy(): PasswordPolicyView {
    const { minLength, minClasses, historyLength, maxAgeDays } = this.config;
    return { minLength, minClasses, historyLength, maxAgeDays };
  }

  @Put('me/password')
  @SignedIn()
  @DuringDuty()
  @HttpCode(204)
  @ApiBearerAuth()
  @ApiOperation({ summary: '修改密码', description: 'Change one’s own password; all other logins of the caller end' })
  @ApiNoContentResponse()
  async change(
    @CurrentCaller() caller: Caller,
    @Body() body: ChangePasswordDto,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    await this.changer.change(caller, body, originOf(request));
  }

  @Post('password-resets')
  @Public()
  @HttpCode(204)
  @ApiOperation({
    summary: '凭重置码设置密码',
    description: 'Set a password with a one-time code; all logins of the user end',
  })
  @ApiNoContentResponse()
  async reset(@Body() body: ResetPasswordDto, @Req() request: FastifyRequest): Promise<void> {
    await this.resetter.reset(body, originOf(request));
  }
}
