import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ByRecord, type Caller, CurrentCaller } from '#libs/identity';
import { RecordIdPipe } from '#libs/platform';
import { CommandAnswer } from '../../http/command.answer.js';
import { Frame, type RequestFrame } from '../../http/request.frame.js';
import type { CommandResult } from '../../instances/case.transaction.js';
import { CopyCaseCommand } from '../copy-case.command.js';
import { UrgeTaskCommand } from '../urge-task.command.js';
import { CopyDto, UrgeDto } from './communication.dto.js';

/** 催办、抄送. */
@ApiTags('communication')
@ApiBearerAuth()
@Controller('tasks/:id')
@ByRecord()
export class UrgingController {
  constructor(
    private readonly urging: UrgeTaskCommand,
    private readonly copying: CopyCaseCommand,
  ) {}

  @Post('urge')
  @HttpCode(200)
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiOkResponse({ type: CommandAnswer })
  urge(
    @CurrentCaller() caller: Caller,
    @Param('id', RecordIdPipe) taskId: number,
    @Body() { comment = '' }: UrgeDto,
    @Frame() frame: RequestFrame,
  ): Promise<CommandResult> {
    return this.urging.execute({ caller, taskId, comment, ...frame });
  }

  @Post('copies')
  @HttpCode(200)
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiOkResponse({ type: CommandAnswer })
  copy(
    @CurrentCaller() caller: Caller,
    @Param('id', RecordIdPipe) taskId: number,
    @Body() { users, comment = '' }: CopyDto,
    @Frame() frame: RequestFrame,
  ): Promise<CommandResult> {
    return this.copying.execute({ caller, taskId, users, comment, ...frame });
  }
}
