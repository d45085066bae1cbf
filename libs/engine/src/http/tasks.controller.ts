import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOkResponse, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { ByRecord, type Caller, CurrentCaller, SignedIn } from '#libs/identity';
import { type Page, PageQuery } from '#libs/platform';
import { ActCommand } from '../commands/act.command.js';
import { ReturnTaskCommand } from '../commands/return-task.command.js';
import { WithdrawCommand } from '../commands/withdraw.command.js';
import type { CommandResult } from '../instances/case.transaction.js';
import type { Language } from '../language/language.js';
import { BOXES, type Box, type InboxItem, InboxReader } from '../tasks/inbox.reader.js';
import { TaskReader } from '../tasks/task.reader.js';
import type { TaskView } from '../tasks/task.view.js';
import { ActionDto, ReturnDto, TaskActionPath, WithdrawDto } from './action.dto.js';
import { CommandAnswer } from './command.answer.js';
import { InLanguage } from './language.param.js';
import { Frame, type RequestFrame } from './request.frame.js';
import { InboxPage, TaskDetail, TodoCount } from './task.answer.js';

/** Which inbox, which page. */
export class InboxPageQuery extends PageQuery {
  @ApiPropertyOptional({ enum: BOXES, default: 'todo' })
  @IsOptional()
  @IsIn(BOXES)
  box: Box = 'todo';
}

/** 待办: what a person has to do, and the operations on it. */
@ApiTags('tasks')
@ApiBearerAuth()
@Controller('tasks')
@ByRecord()
export class TasksController {
  constructor(
    private readonly inbox: InboxReader,
    private readonly reader: TaskReader,
    private readonly act: ActCommand,
    private readonly returns: ReturnTaskCommand,
    private readonly withdrawal: WithdrawCommand,
  ) {}

  @Get()
  @SignedIn()
  @ApiOkResponse({ type: InboxPage })
  list(
    @CurrentCaller() caller: Caller,
    @Query() { box, limit, after }: InboxPageQuery,
    @InLanguage() language: Language,
  ): Promise<Page<InboxItem>> {
    return this.inbox.read(caller, { box, limit, after, language });
  }

  @Get('count')
  @SignedIn()
  @ApiOkResponse({ type: TodoCount })
  async count(@CurrentCaller() caller: Caller): Promise<TodoCount> {
    return { todo: await this.inbox.countTodo(caller) };
  }

  @Get(':id')
  @ApiOkResponse({ type: TaskDetail })
  read(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseIntPipe) id: number,
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
    @Body() { version, form, comment }: ActionDto,
    @Frame() frame: RequestFrame,
  ): Promise<CommandResult> {
    return this.act.execute({
      caller,
      taskId: id,
      event,
      taskVersion: version,
      payload: form ?? {},
      comment,
      ...frame,
    });
  }

  @Post(':id/return')
  @HttpCode(200)
  @ApiOkResponse({ type: CommandAnswer })
  return(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseIntPipe) id: number,
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
    @Param('id', ParseIntPipe) id: number,
    @Body() { comment }: WithdrawDto,
    @Frame() frame: RequestFrame,
  ): Promise<CommandResult> {
    return this.withdrawal.execute({ caller, taskId: id, comment, ...frame });
  }
}
