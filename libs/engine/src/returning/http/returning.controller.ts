import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ByRecord, type Caller, CurrentCaller } from '#libs/identity';
import { RecordIdPipe } from '#libs/platform';
import { CommandAnswer } from '../../http/command.answer.js';
import { InLanguage } from '../../http/language.param.js';
import { Frame, type RequestFrame } from '../../http/request.frame.js';
import type { CommandResult } from '../../instances/case.transaction.js';
import type { Language } from '../../language/language.js';
import { DeclineDrawCommand } from '../../assignment/decline-draw.command.js';
import { ReasonDto } from '../../signing/http/signing.dto.js';
import { PreviewReader } from '../preview.reader.js';
import { RejectTaskCommand } from '../reject-task.command.js';
import type { ReturnPreview } from '../return.preview.js';
import { TakeBackCommand } from '../take-back.command.js';
import { ReturnPreviewAnswer } from './preview.answer.js';
import { PreviewQuery, RejectDto, TakeBackDto } from './returning.dto.js';

/** 驳回、拿回、另抽, and what 退回 would do. */
@ApiTags('tasks')
@ApiBearerAuth()
@Controller('tasks/:id')
@ByRecord()
export class ReturningController {
  constructor(
    private readonly rejection: RejectTaskCommand,
    private readonly takingBack: TakeBackCommand,
    private readonly previews: PreviewReader,
    private readonly declining: DeclineDrawCommand,
  ) {}

  @Get('return-preview')
  @ApiOkResponse({ type: ReturnPreviewAnswer })
  preview(
    @CurrentCaller() caller: Caller,
    @Param('id', RecordIdPipe) taskId: number,
    @Query() { to }: PreviewQuery,
    @InLanguage() language: Language,
  ): Promise<ReturnPreview> {
    return this.previews.read(caller, taskId, to, language);
  }

  @Post('reject')
  @HttpCode(200)
  @ApiOkResponse({ type: CommandAnswer })
  reject(
    @CurrentCaller() caller: Caller,
    @Param('id', RecordIdPipe) taskId: number,
    @Body() { version, to, comment }: RejectDto,
    @Frame() frame: RequestFrame,
  ): Promise<CommandResult> {
    return this.rejection.execute({ caller, taskId, taskVersion: version, to, comment, ...frame });
  }

  @Post('take-back')
  @HttpCode(200)
  @ApiOkResponse({ type: CommandAnswer })
  takeBack(
    @CurrentCaller() caller: Caller,
    @Param('id', RecordIdPipe) taskId: number,
    @Body() { comment }: TakeBackDto,
    @Frame() frame: RequestFrame,
  ): Promise<CommandResult> {
    return this.takingBack.execute({ caller, taskId, comment, ...frame });
  }

  @Post('decline')
  @HttpCode(200)
  @ApiOkResponse({ type: CommandAnswer })
  decline(
    @CurrentCaller() caller: Caller,
    @Param('id', RecordIdPipe) taskId: number,
    @Body() { comment }: ReasonDto,
    @Frame() frame: RequestFrame,
  ): Promise<CommandResult> {
    return this.declining.execute({ caller, taskId, comment, ...frame });
  }
}
