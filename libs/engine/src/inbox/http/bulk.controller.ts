import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Caller, CurrentCaller, SignedIn } from '#libs/identity';
import { Frame, type RequestFrame } from '../../http/request.frame.js';
import { BulkActCommand, type BulkOutcome } from '../bulk-act.command.js';
import { BulkDto, BulkOutcomeAnswer } from './bulk.dto.js';

/** 批量办理: whether the caller may act is asked for each task. */
@ApiTags('inbox')
@ApiBearerAuth()
@Controller('tasks')
@SignedIn()
export class BulkController {
  constructor(private readonly bulk: BulkActCommand) {}

  @Post('bulk-actions')
  @HttpCode(200)
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiOkResponse({ type: [BulkOutcomeAnswer] })
  act(
    @CurrentCaller() caller: Caller,
    @Body() { items }: BulkDto,
    @Frame() frame: RequestFrame,
  ): Promise<BulkOutcome[]> {
    return this.bulk.execute({ caller, items, ...frame });
  }
}
