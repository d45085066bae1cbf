import { Controller, Get, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Caller, CurrentCaller, Requires } from '#libs/identity';
import type { Page } from '#libs/platform';
import { InLanguage } from '../../http/language.param.js';
import type { Language } from '../../language/language.js';
import { type BoardLine, BoardReader } from '../board/board.reader.js';
import { type LateTask, LateTaskReader } from '../board/late-task.reader.js';
import { BoardLineAnswer, LateTaskPage } from './supervision.answer.js';
import { BoardQuery, LateTaskListQuery } from './supervision.dto.js';

/** 督办看板: how the caller's area stands, and the tasks behind each figure. */
@ApiTags('supervision')
@ApiBearerAuth()
@Controller('supervision-board')
@Requires('supervision.view')
export class BoardsController {
  constructor(
    private readonly boards: BoardReader,
    private readonly tasks: LateTaskReader,
  ) {}

  @Get()
  @ApiOperation({ summary: '督办看板', description: 'One line for each county or city of the caller’s area' })
  @ApiOkResponse({ type: [BoardLineAnswer] })
  read(@CurrentCaller() caller: Caller, @Query() { level }: BoardQuery): Promise<readonly BoardLine[]> {
    return this.boards.read(caller, level);
  }

  @Get('tasks')
  @ApiOperation({ summary: '看板明细', description: 'Open tasks of one bucket, the longest overdue first' })
  @ApiOkResponse({ type: LateTaskPage })
  list(
    @CurrentCaller() caller: Caller,
    @Query() { bucket, division, limit, after }: LateTaskListQuery,
    @InLanguage() language: Language,
  ): Promise<Page<LateTask>> {
    return this.tasks.read(caller, { bucket, division, limit, after, language });
  }
}
