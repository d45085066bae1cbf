import { Body, Controller, Param, Post, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { type Caller, CurrentCaller, deedOf, Requires } from '#libs/identity';
import { RecordIdPipe } from '#libs/platform';
import { IsString, Length } from 'class-validator';
import type { FastifyRequest } from 'fastify';
import { SealedValueOpener } from './sealed-value.opener.js';

class UnmaskDto {
  @ApiProperty({ minLength: 2, maxLength: 200 })
  @IsString()
  @Length(2, 200)
  reason!: string;
}

class SealedValueAnswer {
  @ApiProperty({ example: '13800138000' })
  value!: string;
}

/** 查看案件中的完整个人信息. */
@ApiTags('personal-data')
@ApiBearerAuth()
@Controller('sealed-values')
export class SealedValuesController {
  constructor(private readonly opener: SealedValueOpener) {}

  @Post(':id/unmaskings')
  @Requires('personal-data.view')
  @ApiOperation({
    summary: '查看完整个人信息',
    description:
      'A value that answers show masked as `138****8000#<id>`, for a reason; recorded before it is handed out',
  })
  @ApiCreatedResponse({ type: SealedValueAnswer })
  async unmask(
    @CurrentCaller() caller: Caller,
    @Param('id', RecordIdPipe) id: number,
    @Body() { reason }: UnmaskDto,
    @Req() request: FastifyRequest,
  ): Promise<SealedValueAnswer> {
    return { value: await this.opener.open(deedOf(caller, request), id, reason) };
  }
}
