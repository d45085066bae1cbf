import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ByRecord, type Caller, CurrentCaller } from '#libs/identity';
import { type Page, PageQuery, RecordIdPipe } from '#libs/platform';
import { Visibility } from '../authority/visibility.js';
import { SendEventCommand } from '../commands/send-event.command.js';
import { CaseExplainer, type CaseView } from '../explain/case.explainer.js';
import { type TimelineEntry, TimelineReader } from '../explain/timeline.reader.js';
import type { CommandResult } from '../instances/case.transaction.js';
import type { Language } from '../language/language.js';
import { EventDto, TaskActionPath } from './action.dto.js';
import { CaseAnswer, HistoryPage } from './case.answer.js';
import { CommandAnswer } from './command.answer.js';
import { InLanguage } from './language.param.js';
import { Frame, type RequestFrame } from './request.frame.js';

/** 案件: where a case stands, why, and what happened. */
@ApiTags('cases')
@ApiBearerAuth()
@Controller()
@ByRecord()
export class CasesController {
  constructor(
    private readonly explainer: CaseExplainer,
    private readonly timeline: TimelineReader,
    private readonly visibility: Visibility,
    private readonly sendEvent: SendEventCommand,
  ) {}

  @Get('cases/:id')
  @ApiOkResponse({ type: CaseAnswer })
  read(
    @CurrentCaller() caller: Caller,
    @Param('id', RecordIdPipe) id: number,
    @InLanguage() language: Language,
  ): Promise<CaseView> {
    return this.explainer.explain(caller, id, language);
  }

  @Get('cases/:id/history')
  @ApiOkResponse({ type: HistoryPage })
  async history(
    @CurrentCaller() caller: Caller,
    @Param('id', RecordIdPipe) id: number,
    @Query() query: PageQuery,
    @InLanguage() language: Language,
  ): Promise<Page<TimelineEntry>> {
    await this.visibility.assertMaySee(caller, id);
    return this.timeline.read(id, { limit: query.limit, after: query.after, language });
  }

  @Post('instances/:id/events/:event')
  @HttpCode(200)
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiOkResponse({ type: CommandAnswer })
  send(
    @CurrentCaller() caller: Caller,
    @Param() { id, event }: TaskActionPath,
    @Body() { form }: EventDto,
    @Frame() frame: RequestFrame,
  ): Promise<CommandResult> {
    return this.sendEvent.execute({ caller, instanceId: id, event, payload: form ?? {}, ...frame });
  }
}
