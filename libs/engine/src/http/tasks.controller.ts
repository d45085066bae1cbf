import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ByRecord, type Caller, CurrentCaller } from '#libs/identity';
import { RecordIdPipe } from '#libs/platform';
import { ActCommand } from '../commands/act.command.js';
import { ReturnTaskCommand } from '../commands/return-task.command.js';
import { WithdrawCommand } from '../commands/withdraw.command.js';
import type { CommandResult } from '../instances/case.transaction.js';
import type { Language } from '../language/language.js';
import { TaskReader } from '../tasks/task.reader.js';
import type { TaskView } from '../tasks/task.view.js';
import { ActionDto, ReturnDto, TaskActionPath, WithdrawDto } from './action.dto.js';
import { CommandAnswer } from './command.answer.js';
import { InLanguage } from './language.param.js';
import { Frame, type RequestFrame } from './request.frame.js';
import { TaskDetail } from './task.answer.js';

/** 待办: one task, and the operations on it. */
@ApiTags('tasks')
@ApiBearerAuth()
@Controller('tasks')
@ByRecord()
export class TasksController {
  constructor(
    private readonly reader: TaskReader,
    private readonly act: ActCommand,
    private readonly returns: ReturnTaskCommand,
    private readonly withdrawal: WithdrawCommand,
  ) {}

  @Get(':id')
  @ApiOkResponse({ type: TaskDetail })
  read(
    @CurrentCaller() caller: Caller,
    @Param('id', RecordIdPipe) id: number,
    @InLanguage() language: Language,
  ): Promise<TaskView> {
    return this.reader.read(caller, id, language);
  }

  @Post(':id/actions/:event')
  @HttpCode(200)
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiOkResponse({ type: CommandAnswer })
  action(
    @CurrentCaller() caller: Caller,
    @Param() { id, event }: TaskActionPath,
    @Body() { version, form, comment, lateEntry }: ActionDto,
    @Frame() frame: RequestFrame,
  ): Promise<CommandResult> {
    return this.act.execute({
      caller,
      taskId: id,
      event,
      taskVersion: version,
      payload: form ?? {},
      comment,
      lateEntry,
      ...frame,
    });
  }

  @Post(':id/return')
  @HttpCode(200)
  @ApiOkResponse({ type: CommandAnswer })
  return(
    @CurrentCaller() caller: Caller,
    @Param('id', RecordIdPipe) id: number,
    @Body() { version, to, comment }: ReturnDto,
    @Frame() frame: RequestFrame,
  ): Promise<CommandResult> {
    return this.returns.execute({ caller, taskId: id, taskVersion: version, to, comment, ...frame });
  }

  @Post(':id/withdraw')
  @HttpCode(200)
  @ApiOkResponse({ type: CommandAnswer })
  withdraw(
    @CurrentCaller() caller: Caller,
    @Param('id', RecordIdPipe) id: number,
    @Body() { comment }: WithdrawDto,
    @Frame() frame: RequestFrame,
  ): Promise<CommandResult> {
    return this.withdrawal.execute({ caller, taskId: id, comment, ...frame });
  }
}
