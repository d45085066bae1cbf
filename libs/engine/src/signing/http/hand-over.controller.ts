import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ByRecord, type Caller, CurrentCaller } from '#libs/identity';
import { RecordIdPipe } from '#libs/platform';
import { CommandAnswer } from '../../http/command.answer.js';
import { Frame, type RequestFrame } from '../../http/request.frame.js';
import type { CommandResult } from '../../instances/case.transaction.js';
import { ClaimTaskCommand } from '../claim-task.command.js';
import { DelegateTaskCommand } from '../delegate-task.command.js';
import { ReleaseTaskCommand } from '../release-task.command.js';
import { TransferTaskCommand } from '../transfer-task.command.js';
import { HandOverDto, SeatDto } from './signing.dto.js';

/** 认领、转办、委派: whose the task is. */
@ApiTags('tasks')
@ApiBearerAuth()
@Controller('tasks/:id')
@ByRecord()
export class HandOverController {
  constructor(
    private readonly claiming: ClaimTaskCommand,
    private readonly releasing: ReleaseTaskCommand,
    private readonly transfers: TransferTaskCommand,
    private readonly delegating: DelegateTaskCommand,
  ) {}

  @Post('claim')
  @HttpCode(200)
  @ApiOkResponse({ type: CommandAnswer })
  claim(
    @CurrentCaller() caller: Caller,
    @Param('id', RecordIdPipe) taskId: number,
    @Body() { comment = '' }: SeatDto,
    @Frame() frame: RequestFrame,
  ): Promise<CommandResult> {
    return this.claiming.execute({ caller, taskId, comment, ...frame });
  }

  @Post('release')
  @HttpCode(200)
  @ApiOkResponse({ type: CommandAnswer })
  release(
    @CurrentCaller() caller: Caller,
    @Param('id', RecordIdPipe) taskId: number,
    @Body() { comment = '' }: SeatDto,
    @Frame() frame: RequestFrame,
  ): Promise<CommandResult> {
    return this.releasing.execute({ caller, taskId, comment, ...frame });
  }

  @Post('transfer')
  @HttpCode(200)
  @ApiOkResponse({ type: CommandAnswer })
  transfer(
    @CurrentCaller() caller: Caller,
    @Param('id', RecordIdPipe) taskId: number,
    @Body() { to, comment }: HandOverDto,
    @Frame() frame: RequestFrame,
  ): Promise<CommandResult> {
    return this.transfers.execute({ caller, taskId, to, comment, ...frame });
  }

  @Post('delegate')
  @HttpCode(200)
  @ApiOkResponse({ type: CommandAnswer })
  delegate(
    @CurrentCaller() caller: Caller,
    @Param('id', RecordIdPipe) taskId: number,
    @Body() { to, comment }: HandOverDto,
    @Frame() frame: RequestFrame,
  ): Promise<CommandResult> {
    return this.delegating.execute({ caller, taskId, to, comment, ...frame });
  }
}
