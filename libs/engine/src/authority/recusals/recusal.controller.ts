import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ByRecord, type Caller, CurrentCaller, SignedIn } from '#libs/identity';
import type { Recusal } from './recusal.js';
import { LiftRecusalDto, RecusalDto, RecusalView } from './recusal.dto.js';
import { RecusalService } from './recusal.service.js';

@ApiTags('recusals')
@ApiBearerAuth()
@ByRecord()
@Controller('recusals')
export class RecusalController {
  constructor(private readonly recusals: RecusalService) {}

  @Get()
  @SignedIn()
  @ApiOperation({ summary: '回避记录', description: 'One’s own; all of the organisation for whoever manages them' })
  @ApiOkResponse({ type: [RecusalView] })
  list(@CurrentCaller() caller: Caller): Promise<readonly Recusal[]> {
    return this.recusals.list(caller);
  }

  @Post()
  @SignedIn()
  @ApiOperation({
    summary: '申报回避',
    description: 'For oneself, or for somebody of the organisation that one manages',
  })
  @ApiCreatedResponse({ type: RecusalView })
  declare(@CurrentCaller() caller: Caller, @Body() request: RecusalDto): Promise<Recusal> {
    return this.recusals.declare(caller, request);
  }

  @Post(':id/lift')
  @HttpCode(200)
  @ApiOperation({ summary: '解除回避', description: 'By whoever manages the organisation’s recusals, never one’s own' })
  @ApiOkResponse({ type: RecusalView })
  lift(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseIntPipe) id: number,
    @Body() { because }: LiftRecusalDto,
  ): Promise<Recusal> {
    return this.recusals.lift(caller, id, because);
  }
}
